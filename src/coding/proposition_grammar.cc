#include "coding/proposition_grammar.h"

#include <algorithm>

#include "base/among.h"

namespace rapporteur {
namespace {

bool HasFiniteForm(const ParsedWord& word) { return HasFeature(word, "VerbForm=Fin"); }

void ReadAuxiliary(const Tree& t, int c, Proposition& p) {
  const ParsedWord& aux = t.word(c);
  const ParsedWord& word = t.word(p.word);
  const std::string lemma = LowerAscii(aux.lemma);
  const Rel rel = t.rel(c);
  if (HasFeature(aux, "Tense=Past") && HasFiniteForm(aux)) p.past = true;
  if (rel == Rel::kAuxPass) p.passive = true;
  if (rel == Rel::kAuxPass && aux.xpos == "VBG") p.progressive = true;  // "were being airlifted"
  if (aux.xpos == "MD" && p.modal.empty()) p.modal = lemma == "wo" ? "will" : lemma == "ca" ? "can" : lemma;
  if (rel == Rel::kAux && lemma == "have") p.perfect = true;
  if (rel == Rel::kAux && lemma == "be" && p.modal.empty()) p.progressive = word.xpos == "VBG";
  if (rel == Rel::kAux && lemma == "be" && word.xpos == "VBN") p.passive = true;
}

// "promised never to attack", with "never" on the promise: what is promised is negated.
bool BelongsBelow(const Tree& t, int negation) {
  return negation > t.head(negation) && negation + 1 < t.size() && LowerAscii(t.word(negation + 1).form) == "to";
}

// Whether the child c negates: not, never, no longer; nobody, "no talks were held", neither.
bool Negates(const Tree& t, int c, PredicateKind kind) {
  const Rel rel = t.rel(c);
  const std::string lower = LowerAscii(t.word(c).form);
  if (Among(lower, {"not", "n't", "n’t", "never", "neither", "nor"}) && t.word(c).upos != Upos::kCconj) {
    const bool only = c + 1 < t.size() && Among(LowerAscii(t.word(c + 1).form), {"only", "merely", "just", "simply"});
    return !only && !BelongsBelow(t, c);  // "not only shelled the town but …" says that it did
  }
  if (lower == "nor" && kind == PredicateKind::kVerb && rel == Rel::kCc) return true;
  if (rel == Rel::kDet && lower == "no") return true;
  if ((rel == Rel::kAdvmod || rel == Rel::kAmod) && lower == "longer") {
    for (int g : t.children(c)) {
      if (LowerAscii(t.word(g).form) == "no") return true;
    }
  }
  if (BaseRel(rel) == Rel::kObl) {  // "under no circumstances", "in none of the villages"
    const int no = t.child(c, {Rel::kDet});
    const bool none = lower == "none" || (no >= 0 && LowerAscii(t.word(no).form) == "no");
    const bool soon = lower == "time" && t.preposition(c) == "in";
    return none && !soon && Among(t.preposition(c), {"at", "in", "on", "under"}) && c < t.head(c);
  }
  if (rel == Rel::kAdvmod && lower == "nowhere") return true;
  if (rel == Rel::kAmod && kind == PredicateKind::kNoun && Among(lower, {"little", "scant"})) return true;
  if (BaseRel(rel) != Rel::kNsubj && rel != Rel::kObj) return false;
  for (int g : t.children(c)) {  // "not a single prisoner was freed"
    if (LowerAscii(t.word(g).form) == "not" && kind == PredicateKind::kVerb) return true;
  }
  if (Among(lower, {"nobody", "none", "nothing", "no-one"})) return true;
  const int det = t.child(c, {Rel::kDet});
  if (det >= 0 && LowerAscii(t.word(det).form) == "no" && kind == PredicateKind::kVerb) return true;
  const int neither = t.child(c, {Rel::kCcPreconj, Rel::kDet, Rel::kAdvmod});
  return neither >= 0 && LowerAscii(t.word(neither).form) == "neither";
}

void ReadMark(const Tree& t, int c, Proposition& p) {
  const std::string lower = LowerAscii(t.word(c).form);
  if (p.mark.empty()) {
    p.mark = lower;
    for (int f : t.children(c)) {
      if (t.rel(f) == Rel::kFixed) p.mark += " " + LowerAscii(t.word(f).form);
    }
  } else if (lower != "to") {
    p.mark = lower;
  }
}

// "Had the rebels attacked, …": the auxiliary before its subject stands for "if".
bool InvertedCondition(const Tree& t, const Proposition& p) {
  if (t.rel(p.word) != Rel::kAdvcl || !p.mark.empty()) return false;
  const int aux = t.child(p.word, {Rel::kAux, Rel::kAuxPass, Rel::kCop});
  const int subject = t.child(p.word, {Rel::kNsubj, Rel::kNsubjPass});
  return aux >= 0 && subject > aux && Among(LowerAscii(t.word(aux).form), {"had", "should", "were"});
}

}  // namespace

void ReadGrammar(const Tree& t, Proposition& p) {
  const ParsedWord& word = t.word(p.word);
  bool finite_auxiliary = false;
  for (int c : t.children(p.word)) {
    const Rel rel = t.rel(c);
    if (rel == Rel::kAux || rel == Rel::kAuxPass || rel == Rel::kCop) {
      if (HasFiniteForm(t.word(c)) || t.word(c).xpos == "MD") finite_auxiliary = true;
      ReadAuxiliary(t, c, p);
    }
    if (Negates(t, c, p.kind)) p.negated = true;
    if (rel == Rel::kNsubjPass) p.passive = true;
    if (rel == Rel::kMark && c > 0 && c - 1 != t.head(p.word) && t.head(c - 1) == t.head(p.word) &&
        Among(LowerAscii(t.word(c - 1).form), {"not", "never"}) && BelongsBelow(t, c - 1)) {
      p.negated = true;
    }
    if (rel == Rel::kMark && t.word(c).upos == Upos::kAdj) p.mark = "to";  // "is due to begin": "due to" as a mark
    const bool rather = rel == Rel::kCc && LowerAscii(t.word(c).form) == "rather";
    if ((rel == Rel::kMark && t.word(c).upos != Upos::kAdj) || rather) ReadMark(t, c, p);
    const bool when = rel == Rel::kAdvmod && t.word(c).xpos == "WRB" && t.rel(p.word) == Rel::kAdvcl;
    if (when && p.mark.empty()) p.mark = LowerAscii(t.word(c).form);
  }
  if (InvertedCondition(t, p)) p.mark = "if";
  const int first = t.first(p.word);  // "rather than arrest them, …", hung on the main clause
  if (p.mark.empty() && first > 1 && LowerAscii(t.word(first - 1).form) == "than" &&
      LowerAscii(t.word(first - 2).form) == "rather") {
    p.mark = "rather than";
  }
  if (p.kind != PredicateKind::kVerb) return;
  // A by-phrase makes no passive of a verb with a subject of its own: "called for restraint by all parties".
  if (t.child(p.word, {Rel::kOblAgent}) >= 0 && t.child(p.word, {Rel::kNsubj}) < 0) p.passive = true;
  if (HasFeature(word, "Tense=Past") && HasFiniteForm(word)) p.past = true;
  const bool is_to =
      t.child(p.word, {Rel::kCop}) >= 0 && p.modal.empty() && p.mark == "to";  // "the goal was to seize it"
  const int have = t.child(p.word, {Rel::kAux});
  const bool to_have = p.mark == "to" && p.perfect && p.modal.empty() && have >= 0;  // "were to have opened"
  if (!finite_auxiliary || is_to || to_have) {
    p.infinitive = HasFeature(word, "VerbForm=Inf") || to_have;
    p.participle = HasFeature(word, "VerbForm=Part") || HasFeature(word, "VerbForm=Ger");
    // A participle without auxiliary that says what was done to its subject: "the men killed in the attack".
    const Rel rel = t.rel(p.word);
    if (word.xpos == "VBN" && (rel == Rel::kAcl || rel == Rel::kAdvcl || rel == Rel::kAmod)) p.passive = true;
  }
  p.imperative = HasFeature(word, "Mood=Imp");
}

}  // namespace rapporteur
