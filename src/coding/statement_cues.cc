#include "coding/statement_cues.h"

#include <utility>

#include "base/among.h"
#include "coding/statement_beside.h"
#include "coding/statement_clause.h"
#include "coding/statement_speaker.h"

namespace rapporteur {
namespace {

constexpr size_t kLookBack = 24;  // statements: more than any sentence has

class CueFinder {
 public:
  CueFinder(const StatementSources& in, const ContentReader& content)
      : in_(in), content_(content), clause_(in, content), beside_(in, content), speaker_(in) {}

  std::vector<Statement> Find() {
    for (const Proposition& p : in_.layer.all) {
      if (p.kind == PredicateKind::kVerb) {
        VerbCue(p);
      } else if (p.kind == PredicateKind::kNoun) {
        NounCue(p);
      }
    }
    for (int s = 0; s < static_cast<int>(in_.trees.size()); ++s) PhraseCues(s);
    for (int s = 0; s < static_cast<int>(in_.trees.size()); ++s) Label(s);
    return std::move(found_);
  }

 private:
  void VerbCue(const Proposition& p) {
    std::vector<int> words;
    const Cue* cue = CueOf(in_, p, PredicatePos::kVerb, words);
    if (cue == nullptr) return;
    const Tree& t = in_.tree(p.sentence);
    Statement st;
    st.cue = t.span(p.word, p.word);
    // A loose cue word (express, show, continue) attributes only with a clause or a quotation.
    Span content = clause_.Governed(p, *cue);
    const Span that = Among(cue->kind, {"say", "claim", "announce", "warn", "write"}) ? beside_.That(p) : Span{};
    if (!that.empty() && (content.empty() || that.begin < content.begin)) content = hull(that, content);
    const bool clause = !content.empty();
    const Span quotation = content_.QuotationAt(st.cue.begin, {});
    if (!clause && TellsBeside(*cue) && !p.passive) content = clause_.Host(p);
    if (content.empty() && TellsBeside(*cue)) content = beside_.Around(p);
    // Within a quotation, a cue that hangs on words outside of it is part of what is quoted, no attribution of them.
    if (!clause && !quotation.empty() && content_.QuotationAt(content.begin, {}) != quotation) content = {};
    if (content.empty() && quotation.empty() && BaseRel(t.rel(p.word)) != Rel::kAcl &&
        Among(cue->kind, {"say", "claim", "announce", "warn", "write", "deny", "ask"})) {
      content = clause_.Quoted(p, *cue);
    }
    if (content.empty() && Among(cue->kind, {"say", "claim", "announce", "warn", "write", "deny"})) {
      content = beside_.AfterColon(p);
    }
    if (content.empty()) content = clause_.Nominal(p, *cue);
    if (content.empty()) return;
    speaker_.Speak(st, p, *cue);
    // "I think …" within one's own quotation says nothing that the quotation does not.
    if (!quotation.empty() && cue->kind == "think" && st.speaker && speaker_.IsFirstPerson(p.sentence, *st.speaker))
      return;
    const Argument* subject = p.Find(Slot::kSubject);
    if (!clause && !st.speaker) return;
    if (Among(cue->kind, {"show"}) && subject == nullptr) return;
    st.content = content;
    Keep(std::move(st), *cue);
  }

  // Whether a verb may stand beside the words that it reports: "…, he said"; not "…, they held".
  static bool TellsBeside(const Cue& cue) {
    return Among(cue.kind, {"say", "announce", "warn", "write", "ask"}) ||
           Among(cue.lemma, {"claim", "insist", "argue", "allege", "assert", "contend"});
  }

  // "the claim that …", "comments … suggesting that …"
  void NounCue(const Proposition& p) {
    std::vector<int> words;
    const Cue* cue = CueOf(in_, p, PredicatePos::kNoun, words);
    if (cue == nullptr) return;
    const Tree& t = in_.tree(p.sentence);
    for (const Argument& a : p.arguments) {
      if (a.slot != Slot::kClause || a.prep != "that") continue;
      Statement st;
      st.cue = t.span(p.word, p.word);
      st.content = content_.Trim(t.span(t.first(a.word), t.last(a.word)));
      if (auto who = speaker_.Owner(p)) st.speaker = who;
      Keep(std::move(st), *cue);
      return;
    }
  }

  // "according to X", "in the words of X"
  void PhraseCues(int s) {
    const Tree& t = in_.tree(s);
    for (int w = 0; w < t.size(); ++w) {
      if (!IsNominal(t.word(w))) continue;
      const std::string prep = t.preposition(w);
      if (prep.find(' ') == std::string::npos) continue;
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
      Keep(std::move(st), in_.cues.lines()[lines[0]]);
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
    st.form = content_.Form(st.content, st.cue, &st.content);
    st.confidence = 0.7;
    st.by.rule = "label";
    st.by.steps = {"a name and a colon before the words"};
    found_.push_back(std::move(st));
  }

  void Keep(Statement st, const Cue& cue) {
    st.form = content_.Form(st.content, st.cue, &st.content);
    st.confidence = st.speaker ? 0.85 : 0.6;
    st.by.rule = "cue:" + cue.lemma;
    st.by.steps.push_back("cue " + cue.file + ":" + std::to_string(cue.line) + " " + cue.lemma + " (" + cue.kind + ")");
    // The same words by the same cue, found in two ways: both come from one sentence.
    for (size_t i = found_.size(); i > 0 && i + kLookBack > found_.size(); --i) {
      if (found_[i - 1].content == st.content && found_[i - 1].cue == st.cue) return;
    }
    found_.push_back(std::move(st));
  }

  const StatementSources& in_;
  const ContentReader& content_;
  StatementClause clause_;
  BesideReader beside_;
  SpeakerReader speaker_;
  std::vector<Statement> found_;
};

}  // namespace

std::vector<Statement> FindCues(const StatementSources& sources, const ContentReader& content) {
  return CueFinder(sources, content).Find();
}

}  // namespace rapporteur
