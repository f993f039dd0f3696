#include "resolve/repair_speech.h"

#include <vector>

#include "resolve/repair_phrases.h"
#include "resolve/tree.h"

namespace rapporteur {
namespace {

bool HasFiniteForm(const Tree& t, int w) {
  if (HasFeature(t.word(w), "VerbForm=Fin")) return true;
  for (int c : t.children(w)) {
    const Rel rel = BaseRel(t.rel(c));
    if ((rel == Rel::kAux || rel == Rel::kCop) && HasFeature(t.word(c), "VerbForm=Fin")) return true;
  }
  return false;
}

// The verb of saying that `w` is the second subject of, or the only one where a participle ("saying the ship had left")
// takes none behind it; -1 when it is none.
int VerbOfTwoSubjects(const Tree& t, int w) {
  const int verb = t.head(w);
  if (BaseRel(t.rel(w)) != Rel::kNsubj || verb < 0 || w < verb || t.first(w) != verb + 1) return -1;
  if (t.word(verb).upos != Upos::kVerb) return -1;
  if (t.word(verb).xpos == "VBG" && t.child(verb, {Rel::kAux}) < 0) return verb;
  if (!HasFiniteForm(t, verb)) return -1;
  const int subject = t.child(verb, {Rel::kNsubj, Rel::kNsubjPass});
  return subject >= 0 && subject < verb ? verb : -1;
}

// The finite predicate behind a second subject, not one that describes it; -1 for none.
int ClauseOfSecondSubject(const Tree& t, int w, int verb) {
  for (int x = w + 1; x <= t.last(verb); ++x) {
    const ParsedWord& word = t.word(x);
    if (t.rel(x) == Rel::kAclRelcl || !t.dominates(verb, x) || !HasFiniteForm(t, x)) continue;
    if (word.upos == Upos::kAux || t.rel(x) == Rel::kCop) continue;
    bool relative = false;
    for (int up = t.head(x); up >= 0 && up != verb && !relative; up = t.head(up)) {
      relative = t.rel(up) == Rel::kAclRelcl;
    }
    if (!relative) return x;
  }
  return -1;
}

// Rule 2.
bool IsVerbReadAsNoun(const Tree& t, int w) {
  const ParsedWord& word = t.word(w);
  if (word.upos != Upos::kNoun || !word.form.ends_with("s") || w == 0) return false;
  if (t.rel(w) != Rel::kParataxis && t.rel(w) != Rel::kRoot) return false;
  const int subject = t.child(w, {Rel::kNsubj});
  if (subject < 0 || subject > w || t.child(w, {Rel::kCop, Rel::kAux, Rel::kDet, Rel::kCase}) >= 0) return false;
  return t.last(subject) + 1 == w && (w + 1 >= t.size() || t.word(w + 1).upos == Upos::kPunct);
}

}  // namespace

void MendSpeech(ParsedSentence& sentence) {
  const Tree tree(sentence);
  std::vector<ParsedWord> words = sentence.words;
  for (int w = 0; w < tree.size(); ++w) {
    ParsedWord& word = words[static_cast<size_t>(w)];
    if (const int verb = VerbOfTwoSubjects(tree, w); verb >= 0) {
      const int clause = ClauseOfSecondSubject(tree, w, verb);
      if (clause < 0) continue;
      word.head = clause;
      if (tree.child(clause, {Rel::kAuxPass}) >= 0) word.rel = Rel::kNsubjPass;
      words[static_cast<size_t>(clause)].head = verb;
      words[static_cast<size_t>(clause)].rel = Rel::kCcomp;
    } else if (IsVerbReadAsNoun(tree, w)) {
      word.upos = Upos::kVerb;
      word.xpos = "VBZ";
      word.feats = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin";
    }
  }
  if (HangOnRoot(words)) sentence.words = std::move(words);
}

}  // namespace rapporteur
