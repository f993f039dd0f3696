#include "coding/statement_phrases.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/among.h"
#include "coding/statement_speaker.h"

namespace rapporteur {
namespace {

class PhraseFinder {
 public:
  PhraseFinder(const StatementSources& in, const ContentReader& content, FoundStatements& found)
      : in_(in), content_(content), speaker_(in), found_(found) {}

  void Find() {
    for (int s = 0; s < static_cast<int>(in_.trees.size()); ++s) PhraseCues(s);
    for (int s = 0; s < static_cast<int>(in_.trees.size()); ++s) AdverbCues(s);
    for (int s = 0; s < static_cast<int>(in_.trees.size()); ++s) Label(s);
  }

 private:
  // "according to X", "in the words of X"
  void PhraseCues(int s) {
    const Tree& t = in_.tree(s);
    for (int w = 0; w < t.size(); ++w) {
      if (!IsNominal(t.word(w))) continue;
      const std::string prep = t.preposition(w);
      const std::vector<uint32_t>& lines = in_.cues.Find(PredicatePos::kPhrase, prep);
      if (lines.empty()) continue;
      int host = t.head(w);
      if (host < 0) continue;
      // The whole sentence is the source's, or the clause that somebody else reports.
      while (t.head(host) >= 0 && BaseRel(t.rel(host)) != Rel::kCcomp && t.rel(host) != Rel::kParataxis)
        host = t.head(host);
      const int first = t.first(w), last = t.last(w);
      Statement st;
      const int mark = t.child(w, {Rel::kCase});
      st.cue = t.span(mark, std::max(mark, t.last(mark)));
      st.speaker = speaker_.Who(s, w);
      const int from = t.first(host), to = t.last(host);
      if (first - from >= to - last) {
        if (first - 1 < from) continue;
        st.content = content_.Trim(t.span(from, first - 1));
      } else {
        st.content = content_.Trim(t.span(last + 1, to));
      }
      if (st.content.empty()) continue;
      found_.Keep(std::move(st), in_.cues.lines()[lines[0]]);
    }
  }

  // "reportedly": the clause that it stands in is somebody's word, nobody tells whose.
  void AdverbCues(int s) {
    const Tree& t = in_.tree(s);
    for (int w = 0; w < t.size(); ++w) {
      if (t.word(w).upos != Upos::kAdv || t.head(w) < 0) continue;
      const std::vector<uint32_t>& lines = in_.cues.Find(PredicatePos::kAdv, LowerAscii(t.word(w).form));
      if (lines.empty()) continue;
      const int host = t.head(w);
      const int from = t.first(host), to = t.last(host);
      Statement st;
      st.cue = t.word(w).span;
      if (from < w) st.parts.push_back(content_.Trim(t.span(from, w - 1)));
      if (w < to) st.parts.push_back(content_.Trim(t.span(w + 1, to)));
      std::erase_if(st.parts, [](Span part) { return part.empty(); });
      if (st.parts.empty()) continue;
      st.content = hull(st.parts.front(), st.parts.back());
      if (st.parts.size() < 2) st.parts.clear();
      found_.Keep(std::move(st), in_.cues.lines()[lines[0]]);
    }
  }

  // "FALLIN: We shall see.", a headline's "Brenn: no retreat": a name and a colon before the words.
  void Label(int s) {
    const Tree& t = in_.tree(s);
    if (t.size() < 5) return;
    const ActorMention* name = in_.cast.MentionAt(s, 0);
    if (name == nullptr || name->first != 0 || name->actor < 0 || name->last + 3 >= t.size()) return;
    if (name->form != MentionForm::kName || t.word(name->last + 1).form != ":") return;
    if (in_.cast.actors[static_cast<size_t>(name->actor)].type != ActorType::kPerson) return;
    Statement st;
    st.cue = t.word(name->last + 1).span;
    st.content = t.span(name->last + 2, t.size() - 1);
    const bool opens = s == 0 || in_.tree(s - 1).sentence().paragraph != t.sentence().paragraph;
    if (opens) st.content.end = content_.ParagraphEnd(s);
    st.content = content_.Trim(st.content);
    st.speaker = speaker_.Who(s, name->head);
    if (st.content.empty() || !st.speaker) return;
    found_.Keep(std::move(st), "label", "a name and a colon before the words");
  }

  const StatementSources& in_;
  const ContentReader& content_;
  SpeakerReader speaker_;
  FoundStatements& found_;
};

}  // namespace

void FindPhrases(const StatementSources& sources, const ContentReader& content, FoundStatements& found) {
  PhraseFinder(sources, content, found).Find();
}

}  // namespace rapporteur
