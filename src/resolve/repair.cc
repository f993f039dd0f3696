#include "resolve/repair.h"

#include "resolve/repair_phrases.h"
#include "resolve/repair_speech.h"
#include "resolve/tree.h"

namespace rapporteur {
namespace {

bool HasOwnSubject(const Tree& t, int w) {
  return t.child(w, {Rel::kNsubj, Rel::kNsubjPass, Rel::kNsubjOuter, Rel::kExpl, Rel::kCsubj}) >= 0;
}

bool HasAuxiliary(const Tree& t, int w) { return t.child(w, {Rel::kAux, Rel::kAuxPass, Rel::kCop}) >= 0; }

std::string Mark(const Tree& t, int w) {
  const int mark = t.child(w, {Rel::kMark});
  return mark < 0 ? "" : LowerAscii(t.word(mark).form);
}

bool FiniteSimple(const ParsedWord& word) { return word.xpos == "VBD" || word.xpos == "VBZ" || word.xpos == "VBP"; }

// Rule 1. The verb that `w`, a conjunct, should be coordinated with; -1 when it hangs well.
int SharedSubjectVerb(const Tree& t, int w) {
  if (t.rel(w) != Rel::kConj || !FiniteSimple(t.word(w)) || HasOwnSubject(t, w) || HasAuxiliary(t, w)) return -1;
  const int said = t.head(w);
  if (t.rel(said) != Rel::kCcomp) return -1;
  const int saying = t.head(said);
  if (saying < 0 || saying > said || !IsVerbal(t.word(saying)) || t.word(saying).xpos != t.word(w).xpos) return -1;
  const bool same_form = t.word(said).xpos == t.word(w).xpos && !HasAuxiliary(t, said);
  const int comma = t.first(w) - 1;
  const bool after_comma =
      t.child(w, {Rel::kCc}) >= 0 && (t.word(t.first(w)).form == "," || (comma >= 0 && t.word(comma).form == ","));
  return !same_form && after_comma ? saying : -1;
}

// Rule 2.
bool IsInvertedCue(const Tree& t, int w) {
  if (t.rel(w) != Rel::kConj || !FiniteSimple(t.word(w)) || t.child(w, {Rel::kCc}) >= 0 || w == 0) return false;
  const int subject = t.child(w, {Rel::kNsubj});
  return subject > w && t.word(w - 1).upos == Upos::kPunct && t.child(w, {Rel::kObj}) < 0;
}

// Verbs whose object is who hears what their that-clause says.
bool TakesHearer(const std::string& lemma) {
  return lemma == "tell" || lemma == "inform" || lemma == "assure" || lemma == "remind" || lemma == "warn" ||
         lemma == "notify" || lemma == "convince" || lemma == "persuade";
}

// Rule 3. The verb that `w`, a that-clause on an adverbial's noun or on who is told, should hang on; -1 when it hangs
// well.
int VerbOfThatClause(const Tree& t, int w) {
  // A "that" which is a mark and no pronoun has no gap in its clause: nothing of it can be a relative clause.
  if (BaseRel(t.rel(w)) != Rel::kAcl || Mark(t, w) != "that" || !HasOwnSubject(t, w)) return -1;
  const int noun = t.head(w);
  const Rel rel = t.rel(noun);
  const int verb = t.head(noun);
  const bool hearer =
      rel == Rel::kIobj || (rel == Rel::kObj && verb >= 0 && TakesHearer(LowerAscii(t.word(verb).lemma)));
  if (rel != Rel::kObl && rel != Rel::kOblUnmarked && !hearer) return -1;
  // "an inquiry into claims that …": only phrases of place and time stand in the clause's way.
  const std::string prep = t.preposition(noun);
  if (rel == Rel::kObl && prep != "on" && prep != "in" && prep != "at" && prep != "during" && prep != "after" &&
      prep != "before" && prep != "to" && !prep.empty()) {
    return -1;
  }
  if (verb < 0 || t.word(verb).upos != Upos::kVerb || verb > noun) return -1;
  return t.child(verb, {Rel::kCcomp}) < 0 ? verb : -1;
}

// Rule 4. The verb right before a clause's "that"; -1 when the clause hangs on it already.
int VerbBeforeThat(const Tree& t, int w) {
  if (t.rel(w) != Rel::kCcomp) return -1;
  const int mark = t.child(w, {Rel::kMark});
  if (mark <= 0 || LowerAscii(t.word(mark).form) != "that") return -1;
  const int verb = mark - 1;
  return t.word(verb).upos == Upos::kVerb && verb != t.head(w) && !t.dominates(w, verb) ? verb : -1;
}

// Rule 5.
bool IsInvertedSubject(const Tree& t, int w) {
  const int verb = t.head(w);
  if (t.rel(w) != Rel::kObj || w < verb || !FiniteSimple(t.word(verb)) || HasOwnSubject(t, verb)) return false;
  const int clause = t.child(verb, {Rel::kCcomp});
  return clause >= 0 && clause < verb && t.last(clause) < verb;
}

// Rule 6.
bool IsSaidBefore(const Tree& t, int w) {
  const int verb = t.head(w);
  if (t.rel(w) != Rel::kAdvcl || w > verb || t.word(verb).upos != Upos::kVerb || !HasOwnSubject(t, w) ||
      !Mark(t, w).empty())
    return false;
  const bool finite = FiniteSimple(t.word(w)) || HasAuxiliary(t, w);
  if (!finite || t.child(w, {Rel::kAdvmod}) == t.first(w)) return false;  // "when it fell, …"
  return HasOwnSubject(t, verb) && t.child(verb, {Rel::kCcomp, Rel::kObj, Rel::kXcomp, Rel::kParataxis}) < 0 &&
         t.word(t.last(w) + 1).form == ",";
}

// Rule 7. The name that should head the subject of which `w` is the last of several; -1 when there is none.
int FirstOfListedSubject(const Tree& t, int w) {
  if (t.sentence().kind != SegmentKind::kHeadline || BaseRel(t.rel(w)) != Rel::kNsubj) return -1;
  const int comma = t.first(w) - 1;
  if (t.word(w).upos != Upos::kPropn || comma < 1 || t.word(comma).form != ",") return -1;
  const int before = comma - 1;
  const bool free = t.word(before).upos == Upos::kPropn && before != t.head(w) && !t.dominates(before, w);
  return free && (t.rel(before) == Rel::kAppos || t.rel(before) == Rel::kList || t.rel(before) == Rel::kVocative ||
                  t.rel(before) == Rel::kDep || t.rel(before) == Rel::kNmodUnmarked)
             ? before
             : -1;
}

// Rule 8. The clause before its verb of saying that `w`, the first of that verb's two subjects, belongs to; -1 when it
// hangs well.
int ClauseOfFirstSubject(const Tree& t, int w) {
  const int verb = t.head(w);
  if (t.rel(w) != Rel::kNsubj || w > verb) return -1;
  const int clause = t.child(verb, {Rel::kCcomp});
  if (clause < w || clause > verb || t.first(clause) < w || HasOwnSubject(t, clause)) return -1;
  for (int c : t.children(verb)) {
    if (c > clause && t.rel(c) == Rel::kNsubj) return clause;
  }
  return -1;
}

// Rule 9. The verb of saying that `w`, the second subject of the clause before it, belongs to; -1 when it hangs well.
int VerbOfSecondSubject(const Tree& t, int w) {
  const int clause = t.head(w);
  if (t.rel(w) != Rel::kNsubj || w < clause || t.rel(clause) != Rel::kCcomp) return -1;
  const int verb = t.head(clause);
  if (verb < w || HasOwnSubject(t, verb)) return -1;
  for (int c : t.children(clause)) {
    if (c < clause && BaseRel(t.rel(c)) == Rel::kNsubj) return verb;
  }
  return -1;
}

// Rule 10. The verb of saying before `w`, the subject of a bare participle behind it; -1 when it hangs well.
int VerbBeforeSpeaker(const Tree& t, int w) {
  const int clause = t.head(w);
  if (BaseRel(t.rel(w)) != Rel::kNsubj || w > clause || t.rel(clause) != Rel::kCcomp || HasAuxiliary(t, clause))
    return -1;
  const int verb = t.head(clause);
  if (verb < 1 || verb != t.first(w) - 1 || t.word(clause).xpos != "VBN" || !FiniteSimple(t.word(verb))) return -1;
  return HasOwnSubject(t, verb) || t.word(verb - 1).upos != Upos::kPunct ? -1 : verb;
}

void Mend(ParsedSentence& sentence) {
  const Tree tree(sentence);
  std::vector<ParsedWord> words = sentence.words;
  for (int w = 0; w < tree.size(); ++w) {
    ParsedWord& word = words[static_cast<size_t>(w)];
    if (tree.head(w) < 0) continue;
    if (const int verb = SharedSubjectVerb(tree, w); verb >= 0) {
      word.head = verb;
    } else if (IsInvertedCue(tree, w)) {
      word.rel = Rel::kParataxis;
    } else if (const int up = VerbOfThatClause(tree, w); up >= 0) {
      word.head = up;
      word.rel = Rel::kCcomp;
    } else if (const int before = VerbBeforeThat(tree, w); before >= 0) {
      word.head = before;
    } else if (IsInvertedSubject(tree, w)) {
      word.rel = Rel::kNsubj;
    } else if (IsSaidBefore(tree, w)) {
      word.rel = Rel::kCcomp;
    } else if (const int clause = ClauseOfFirstSubject(tree, w); clause >= 0) {
      word.head = clause;
      if (tree.child(clause, {Rel::kAuxPass}) >= 0) word.rel = Rel::kNsubjPass;
    } else if (const int saying = VerbOfSecondSubject(tree, w); saying >= 0) {
      word.head = saying;
    } else if (const int before_speaker = VerbBeforeSpeaker(tree, w); before_speaker >= 0) {
      ParsedWord& participle = words[static_cast<size_t>(tree.head(w))];
      word.head = before_speaker;
      word.rel = Rel::kNsubj;
      participle.head = w;
      participle.rel = Rel::kAcl;
    } else if (const int first = FirstOfListedSubject(tree, w); first >= 0) {
      words[static_cast<size_t>(first)].head = word.head;
      words[static_cast<size_t>(first)].rel = word.rel;
      word.head = first;
      word.rel = Rel::kConj;
    }
  }
  if (HangOnRoot(words)) sentence.words = std::move(words);
}

}  // namespace

std::vector<ParsedSentence> MendTrees(std::vector<ParsedSentence> sentences, const FrameTable* frames) {
  for (ParsedSentence& sentence : sentences) {
    Mend(sentence);
    MendSpeech(sentence);
    MendPhrases(sentence, frames);
  }
  return sentences;
}

}  // namespace rapporteur
