#include "coding/statement_unclaimed.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "base/among.h"
#include "coding/statement_speaker.h"

namespace rapporteur {
namespace {

constexpr int kFewestWords = 3;  // fewer are a term
constexpr int kFewestInBlock = 8;
constexpr int kReach = 12;  // words between a quotation and the verb behind it

class UnclaimedFinder {
 public:
  UnclaimedFinder(const StatementSources& in, const ContentReader& content, FoundStatements& found)
      : in_(in), content_(content), speaker_(in), found_(found) {}

  void Find() {
    for (const Quotation& q : in_.report.quotations) {
      if (q.depth > 0 || content_.CountWords(q.inner) < kFewestWords || found_.Covers(q.inner)) continue;
      const int s = content_.SentenceAt(q.inner.end - 1), begins = content_.SentenceAt(q.inner.begin);
      if (s < 0 || begins < 0) continue;
      int from = 0;
      const Proposition* cue = Behind(s, q, from);
      if (cue == nullptr) cue = BeforeColon(begins, q);
      if (cue != nullptr) Claim(*cue, q, from);
    }
    for (int s = 0; s + 1 < static_cast<int>(in_.trees.size()); ++s) Block(s);
  }

 private:
  // "“…,” an angry minister retaliated", "“…?” demurred the minister"
  const Proposition* Behind(int s, const Quotation& q, int& from) const {
    const Tree& t = in_.tree(s);
    int after = 0;
    while (after < t.size() && t.word(after).span.begin < q.outer.end) ++after;
    if (after >= t.size()) return nullptr;
    const std::string_view text = in_.report.text.utf8;
    const char last = text[q.inner.end - 1];
    if (last != ',' && last != '?' && last != '!' && t.word(after).form != ",") return nullptr;
    for (int w = after; w < t.size() && w < after + kReach; ++w) {
      if (t.word(w).form == ":" || t.word(w).form == ";") return nullptr;
      if (t.word(w).upos == Upos::kAux && t.rel(w) == Rel::kCop) return nullptr;
      if (!HasFeature(t.word(w), "VerbForm=Fin") || t.word(w).upos != Upos::kVerb) continue;
      if (!Speaks(s, w, after)) return nullptr;
      from = after;
      return in_.layer.At(s, w);
    }
    return nullptr;
  }

  // "She went further: “…”", also where the colon ends a sentence of its own.
  const Proposition* BeforeColon(int s, const Quotation& q) const {
    const Tree* t = &in_.tree(s);
    int colon = t->size();
    while (colon > 0 && t->word(colon - 1).span.end > q.outer.begin) --colon;
    --colon;
    if (colon < 0 && s > 0) {
      --s;
      t = &in_.tree(s);
      colon = t->size() - 1;
    }
    if (colon < 2 || t->word(colon).form != ":") return nullptr;
    for (int w = 0; w < colon; ++w) {
      if (t->word(w).upos != Upos::kVerb || Among(RelName(BaseRel(t->rel(w))), {"acl", "advcl", "ccomp", "xcomp"}))
        continue;
      if (Speaks(s, w, 0)) return in_.layer.At(s, w);
    }
    return nullptr;
  }

  // "The Herald reports:" at the end of a paragraph: the next paragraph, without marks, is what it reports.
  void Block(int s) {
    const Tree& t = in_.tree(s);
    const ParsedSentence& next = in_.tree(s + 1).sentence();
    const int colon = t.size() - 1;
    if (colon < 2 || t.word(colon).form != ":" || next.paragraph == t.sentence().paragraph) return;
    const Span block = content_.Trim({next.span.begin, content_.ParagraphEnd(s + 1)});
    if (content_.CountWords(block) < kFewestInBlock || found_.Covers(block)) return;
    if (!content_.QuotationAt(block.begin, {}).empty()) return;
    for (int w = colon - 1; w > 0; --w) {
      if (t.word(w).upos != Upos::kVerb || !IsCue(s, w) || !Speaks(s, w, 0)) continue;
      Statement st;
      st.cue = t.word(w).span;
      st.speaker = speaker_.Who(s, Subject(*in_.layer.At(s, w), 0)->word);
      st.content = block;
      found_.Keep(std::move(st), "paragraph:after colon", "a verb of saying and a colon before a paragraph");
      return;
    }
  }

  // Whether a verb has a subject of its own that is somebody.
  bool Speaks(int s, int w, int from) const {
    const Proposition* p = in_.layer.At(s, w);
    if (p == nullptr || p->kind != PredicateKind::kVerb || p->passive) return false;
    const Argument* subject = Subject(*p, from);
    if (subject == nullptr) return false;
    const bool governs = std::any_of(p->arguments.begin(), p->arguments.end(), [&](const Argument& a) {
      return (a.slot == Slot::kObject || a.slot == Slot::kClause) && a.word > w;
    });
    if (from > 0 && governs && !IsCue(s, w)) return false;
    const std::optional<ActorRef> who = speaker_.Who(s, subject->word);
    return who && (who->actor >= 0 || !who->sectors.empty() || IsCue(s, w));
  }

  static const Argument* Subject(const Proposition& p, int from) {
    for (const Argument& a : p.arguments) {
      if (a.slot == Slot::kSubject && !a.inherited && a.word >= from) return &a;
    }
    return nullptr;
  }

  bool IsCue(int s, int w) const {
    return !in_.cues.Find(PredicatePos::kVerb, LowerAscii(in_.tree(s).word(w).lemma)).empty();
  }

  void Claim(const Proposition& p, const Quotation& q, int from) {
    Statement st;
    st.cue = in_.tree(p.sentence).word(p.word).span;
    st.speaker = speaker_.Who(p.sentence, Subject(p, from)->word);
    st.content = content_.Trim(q.inner);
    if (!st.speaker || st.content.empty() || q.inner.contains(st.cue)) return;
    // "“If you look at it,” he said, “…”": the first part of what the cue attributes already.
    if (found_.Prepend(st.cue, st.content)) return;
    found_.Keep(std::move(st), "quotation:beside", "a verb with a subject beside a quotation");
  }

  const StatementSources& in_;
  const ContentReader& content_;
  SpeakerReader speaker_;
  FoundStatements& found_;
};

}  // namespace

void FindUnclaimed(const StatementSources& sources, const ContentReader& content, FoundStatements& found) {
  UnclaimedFinder(sources, content, found).Find();
}

}  // namespace rapporteur
