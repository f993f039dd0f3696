#include "resolve/repair_speech.h"

#include <string>
#include <vector>

#include "resolve/repair_phrases.h"
#include "resolve/tree.h"

namespace rapporteur {
namespace {

bool IsFiniteTag(const ParsedWord& word) {
  return word.xpos == "VBD" || word.xpos == "VBZ" || word.xpos == "VBP" || word.xpos == "MD";
}

bool HasFiniteForm(const Tree& t, int w) {
  if (IsFiniteTag(t.word(w))) return true;
  for (int c : t.children(w)) {
    const Rel rel = BaseRel(t.rel(c));
    if ((rel == Rel::kAux || rel == Rel::kCop) && IsFiniteTag(t.word(c))) return true;
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

bool SaysInThirdPerson(const std::string& form) {
  for (const char* verb : {"adds", "answers", "argues", "claims", "comments", "counters", "fears", "hopes", "informs",
                           "notes", "remarks", "reports", "says", "states", "stresses", "warns", "writes"}) {
    if (form == verb) return true;
  }
  return false;
}

// Rule 3. The first word of the noun phrase that says `w`; -1 when it is a noun.
int PhraseOfSayer(const Tree& t, int w) {
  const ParsedWord& word = t.word(w);
  if (word.upos != Upos::kNoun || w < 4 || w + 1 >= t.size() || !SaysInThirdPerson(LowerAscii(word.form))) return -1;
  const bool amid = t.word(w + 1).form == "," && w + 2 < t.size() && IsFiniteTag(t.word(w + 2));
  if (!amid && t.word(w + 1).form != "." && t.word(w + 1).form != ";") return -1;
  if (t.word(w - 1).xpos != "NN" && t.word(w - 1).xpos != "NNP") return -1;
  int first = w;
  while (first > 0 && t.word(first - 1).upos != Upos::kPunct) {
    --first;
    if (t.word(first).upos == Upos::kVerb || t.word(first).upos == Upos::kAux || t.word(first).upos == Upos::kCconj)
      return -1;
  }
  return first > 1 && t.word(first - 1).form == "," && t.word(first).upos != Upos::kAdp && t.root() != w ? first : -1;
}

// Makes `w` a verb beside the sentence's own and the phrase before it its subject.
void MakeVerb(const Tree& t, int first, int w, std::vector<ParsedWord>& words) {
  ParsedWord& verb = words[static_cast<size_t>(w)];
  verb.upos = Upos::kVerb;
  verb.xpos = "VBZ";
  verb.feats = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin";
  int subject = -1;
  for (int x = first; x < w; ++x) {
    if (t.head(x) >= first && t.head(x) < w) continue;
    if (subject < 0 && IsNominal(t.word(x))) {
      subject = x;
      words[static_cast<size_t>(x)].head = w;
      words[static_cast<size_t>(x)].rel = Rel::kNsubj;
    }
  }
  for (int x = first; x < w && subject >= 0; ++x) {
    if (x != subject && (t.head(x) < first || t.head(x) >= w)) words[static_cast<size_t>(x)].head = subject;
  }
  verb.head = t.root();
  verb.rel = Rel::kParataxis;
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
    } else if (const int first = PhraseOfSayer(tree, w); first >= 0) {
      MakeVerb(tree, first, w, words);
    } else if (IsVerbReadAsNoun(tree, w)) {
      word.upos = Upos::kVerb;
      word.xpos = "VBZ";
      word.feats = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin";
    }
  }
  if (HangOnRoot(words)) sentence.words = std::move(words);
}

}  // namespace rapporteur
