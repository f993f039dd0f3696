#include "coding/statement_stage.h"

#include <algorithm>

#include "base/among.h"

namespace rapporteur {
namespace {

// "… near the river the Observatory said": without a comma the parser takes the speaker for more of the content.
Span LeaveSpeaker(const Statement& st, Stage& stage) {
  Span content = st.content;
  if (!st.speaker || !content.contains(st.speaker->span) || content.end > st.cue.begin) return content;
  const Tree& t = *stage.tree;
  int first = stage.verb;
  while (first > stage.lo && t.word(first - 1).span.begin >= st.speaker->span.begin) --first;
  while (first > stage.lo && t.word(first - 1).upos == Upos::kDet) --first;
  if (first > stage.lo && t.word(first).span.begin > content.begin) content.end = t.word(first - 1).span.end;
  return content;
}

// "according to the campaign"
bool SetPhrase(Stage& stage) {
  const Tree& t = *stage.tree;
  if (t.rel(stage.verb) != Rel::kCase || t.head(stage.verb) <= stage.verb) return false;
  stage.phrase = stage.own_subject = true;
  stage.first = stage.verb;
  stage.last = t.last(t.head(stage.verb));
  return true;
}

void SetClause(Stage& stage, const Proposition& p) {
  const Tree& t = *stage.tree;
  stage.first = stage.last = stage.verb;
  for (int c : t.children(stage.verb)) {
    const Rel rel = BaseRel(t.rel(c));
    if (rel == Rel::kAux || (rel == Rel::kAdvmod && c + 1 == stage.verb)) stage.first = std::min(stage.first, c);
  }
  const Argument* subject = p.Find(Slot::kSubject);
  if (subject == nullptr || subject->inherited || t.head(subject->word) != stage.verb) return;
  stage.own_subject = true;
  stage.first = std::min(stage.first, t.first(subject->word));
  stage.last = std::max(stage.last, t.last(subject->word));
}

}  // namespace

void Stage::Place(Span content) {
  from = to = -1;
  if (content.begin < word(lo).span.begin || content.end > word(hi).span.end) return;
  for (int w = lo; w <= hi; ++w) {
    if (!content.contains(word(w).span)) continue;
    if (from < 0) from = w;
    to = w;
  }
}

bool SetStage(const StatementSources& in, const ContentReader& content, const Statement& st, Stage& stage) {
  const int s = content.SentenceAt(st.cue.begin);
  if (s < 0 || st.content.empty()) return false;
  const Tree& t = in.tree(s);
  stage.tree = &t;
  const Span heard = content.QuotationAt(st.cue.begin, {});
  stage.lo = t.size();
  stage.hi = stage.verb = -1;
  for (int w = 0; w < t.size(); ++w) {
    const Span span = t.word(w).span;
    if (!heard.empty() && !heard.contains(span)) continue;
    stage.lo = std::min(stage.lo, w);
    stage.hi = w;
    if (span.contains(st.cue.begin)) stage.verb = w;
  }
  if (stage.verb < 0) return false;
  KeepSentence(t, stage.verb, stage.lo, stage.hi);
  const Proposition* p = in.layer.At(s, stage.verb);
  if (p != nullptr && p->kind == PredicateKind::kVerb && !p->passive) {
    SetClause(stage, *p);
  } else if (!SetPhrase(stage)) {
    return false;
  }
  stage.Place(LeaveSpeaker(st, stage));
  return stage.from >= 0;
}

void KeepSentence(const Tree& t, int verb, int& lo, int& hi) {
  for (int w = verb - 1; w >= lo; --w) {
    if (t.word(w).form != ";") continue;
    lo = w + 1;
    break;
  }
  for (int w = verb + 1; w < hi; ++w) {
    if (t.word(w).form != ";") continue;
    const int next = t.word(w + 1).upos == Upos::kCconj ? w + 2 : w + 1;
    if (next <= hi && Among(LowerAscii(t.word(next).form), {"that", "to", "whether"})) continue;
    hi = w - 1;
    break;
  }
}

bool IsFinite(const Tree& t, int w) {
  if (HasFeature(t.word(w), "VerbForm=Fin")) return true;
  for (int c : t.children(w)) {
    const Rel rel = BaseRel(t.rel(c));
    if ((rel == Rel::kAux || rel == Rel::kCop) && HasFeature(t.word(c), "VerbForm=Fin")) return true;
  }
  return false;
}

bool HasSubject(const Tree& t, int w) {
  return t.child(w, {Rel::kNsubj, Rel::kNsubjPass, Rel::kCsubj, Rel::kExpl}) >= 0;
}

}  // namespace rapporteur
