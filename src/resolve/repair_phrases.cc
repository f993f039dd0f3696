#include "resolve/repair_phrases.h"

#include <algorithm>

#include "base/among.h"
#include "resolve/tree.h"

namespace rapporteur {
namespace {

// Rule 1. The number that "at least" at `w` counts with; -1 when `w` does not begin such a phrase.
int CountedAtLeast(const Tree& t, int w) {
  if (w + 2 >= t.size() || LowerAscii(t.word(w).form) != "at" || t.rel(w) != Rel::kCase) return -1;
  const std::string least = LowerAscii(t.word(w + 1).form);
  if ((least != "least" && least != "most") || t.word(w + 2).upos != Upos::kNum) return -1;
  return t.head(w) > w + 1 ? w + 2 : -1;
}

bool IsDeed(const Tree& t, int w, const FrameTable* frames) {
  if (frames == nullptr || t.word(w).upos != Upos::kNoun) return false;
  const std::string lemma = LowerAscii(t.word(w).lemma);
  return !frames->Find(FramePos::kNoun, lemma).empty() || !frames->FindPhrasal(FramePos::kNoun, lemma).empty();
}

bool IsPassiveWithoutAgent(const Tree& t, int w) {
  return t.word(w).xpos == "VBN" && t.child(w, {Rel::kAuxPass, Rel::kNsubjPass}) >= 0 &&
         t.child(w, {Rel::kOblAgent}) < 0;
}

// Rule 2. The deed that a by-phrase on another noun tells the doer of; -1 when it hangs well.
int DeedOfDoer(const Tree& t, int w, const FrameTable* frames) {
  const std::string prep = t.rel(w) == Rel::kNmod ? t.preposition(w) : "";
  if ((prep != "by" && prep != "during") || IsDeed(t, t.head(w), frames)) return -1;
  int up = t.head(w);
  for (int steps = 0; steps < 4; ++steps) {
    const Rel rel = BaseRel(t.rel(up));
    if ((rel != Rel::kNmod && rel != Rel::kObl) || t.preposition(up).empty() || t.head(up) < 0) return -1;
    up = t.head(up);
    if (IsDeed(t, up, frames) || (prep == "by" && IsPassiveWithoutAgent(t, up))) return up;
    if (IsVerbal(t.word(up))) return -1;
  }
  return -1;
}

bool InOneMention(const Tree& t, int a, int b) {
  for (const NamedMention& mention : t.sentence().mentions) {
    if (mention.first <= std::min(a, b) && std::max(a, b) <= mention.last) return true;
  }
  return false;
}

// Verbs that say by "of" what they tell, accuse or rid somebody of.
bool TakesOf(const std::string& lemma) {
  return lemma == "warn" || lemma == "inform" || lemma == "remind" || lemma == "assure" || lemma == "notify" ||
         lemma == "accuse" || lemma == "suspect" || lemma == "convict" || lemma == "acquit" || lemma == "deprive" ||
         lemma == "strip" || lemma == "rob";
}

// Rule 3. What a phrase on a name after a preposition should hang on; -1 when it hangs well.
int AboveName(const Tree& t, int w) {
  if (t.rel(w) != Rel::kNmod || t.word(t.head(w)).upos != Upos::kPropn || InOneMention(t, w, t.head(w))) return -1;
  const std::string prep = t.preposition(w);
  const int told = t.head(w);
  if (prep == "of" && (t.rel(told) == Rel::kObj || t.rel(told) == Rel::kIobj) &&
      TakesOf(LowerAscii(t.word(t.head(told)).lemma))) {
    return t.head(told);
  }
  if (prep != "with" && prep != "against" && prep != "by" && prep != "over" && prep != "about" && prep != "after" &&
      prep != "during") {
    return -1;
  }
  const int name = t.head(w);
  const Rel rel = BaseRel(t.rel(name));
  if ((rel != Rel::kNmod && rel != Rel::kObl) || t.preposition(name).empty()) return -1;
  return t.head(name);
}

// Rule 4. The name whose title `w`, a preposition, hangs on; -1 when it hangs well.
int NameAfterTitle(const Tree& t, int w) {
  if (t.rel(w) != Rel::kCase) return -1;
  int up = t.head(w);
  for (int steps = 0; t.rel(up) == Rel::kNmodDesc && t.head(up) > up && w < up && steps < 4; ++steps) up = t.head(up);
  return up != t.head(w) ? up : -1;
}

// Rule 5. The noun that "for X to …" tells who shall act of; -1 when it hangs well.
int NounOfForTo(const Tree& t, int w) {
  if (t.rel(w) != Rel::kNmod || t.preposition(w) != "for" || t.last(w) + 1 >= t.size()) return -1;
  const int to = t.last(w) + 1;
  if (LowerAscii(t.word(to).form) != "to" || t.rel(to) != Rel::kMark || t.rel(t.head(to)) != Rel::kAcl) return -1;
  const int noun = t.head(t.head(to));
  return noun != t.head(w) && t.dominates(noun, w) ? noun : -1;
}

// Rule 6. Whether `w`, an object, has another behind it that is not coordinated with it.
bool IsFirstOfTwoObjects(const Tree& t, int w) {
  if (t.rel(w) != Rel::kObj || t.head(w) > w) return false;
  for (int c : t.children(t.head(w))) {
    if (c > t.last(w) && t.rel(c) == Rel::kObj) return t.last(w) + 1 == t.first(c);
  }
  return false;
}

// Rule 7. The object that `w`, a participle taken for a complement of its verb, says more of; -1 when it hangs well.
int ObjectOfParticiple(const Tree& t, int w) {
  if (t.rel(w) != Rel::kXcomp || t.word(w).xpos != "VBN" || t.head(w) > w) return -1;
  const int object = t.child(t.head(w), {Rel::kObj});
  if (object < 0) return -1;
  // "repeated offers"; "proposals laid out by the union".
  if (object > w) return t.first(object) == w + 1 && t.first(w) == w && t.last(w) == w ? object : -1;
  return t.last(object) + 1 == t.first(w) && t.child(w, {Rel::kOblAgent}) >= 0 ? object : -1;
}

// Rule 8. Whether `w` is what a number with "at least" or "more than" counts, without a preposition, behind its verb.
bool IsCountedObject(const Tree& t, int w) {
  const int verb = t.head(w);
  if (t.rel(w) != Rel::kObl || w < verb || !IsVerbal(t.word(verb)) || !t.preposition(w).empty()) return false;
  if (t.child(verb, {Rel::kObj, Rel::kAuxPass, Rel::kNsubjPass}) >= 0 || t.first(w) != verb + 1) return false;
  const int number = t.child(w, {Rel::kNummod});
  return number >= 0 && t.first(number) < number;
}

// Verbs that take two objects side by side; of any other the first of two belongs to the second as a compound.
bool TakesTwoObjects(const std::string& lemma) {
  return Among(lemma,
               {"give",  "send",  "offer",     "grant",  "award",   "hand",   "lend", "pay",    "sell",   "show",
                "teach", "tell",  "promise",   "deny",   "allow",   "cost",   "owe",  "wish",   "bring",  "buy",
                "leave", "deal",  "assign",    "supply", "provide", "accord", "ask",  "refuse", "charge", "fine",
                "save",  "serve", "guarantee", "permit", "spare",   "win",    "earn", "pass",   "write",  "feed"});
}

// Rule 9. Whether `w`, read as a verb, is the noun of a deed: "in the police firing".
bool IsDeedNoun(const Tree& t, int w, const FrameTable* frames) {
  if (t.word(w).xpos != "VBG" || t.rel(w) != Rel::kAdvcl || t.child(w, {Rel::kObj, Rel::kCcomp, Rel::kXcomp}) >= 0)
    return false;
  return frames != nullptr && !frames->Find(FramePos::kNoun, LowerAscii(t.word(w).form)).empty();
}

// The bare noun before it that is its compound and has its preposition; -1 when there is none.
int CompoundWithPreposition(const Tree& t, int w) {
  const int noun = w - 1;
  if (noun < 1 || t.word(noun).upos != Upos::kNoun || t.child(noun, {Rel::kCase}) != noun - 1) return -1;
  const bool beside = t.head(noun) == t.head(w) && t.rel(noun) == Rel::kObl;
  const bool subject = t.head(noun) == w && BaseRel(t.rel(noun)) == Rel::kNsubj;
  return (beside || subject) && t.children(noun).size() == 1 ? noun : -1;
}

void MakeNoun(ParsedWord& word) {
  word.upos = Upos::kNoun;
  word.xpos = "NN";
  word.feats = "Number=Sing";
  word.lemma = LowerAscii(word.form);
  word.rel = Rel::kObl;
}

// Rule 10. The noun whose preposition `w` is, a "to" taken for that of an infinitive; -1 when it hangs well.
int NounOfTo(const Tree& t, int w) {
  if (t.rel(w) != Rel::kMark || LowerAscii(t.word(w).form) != "to") return -1;
  const int first = t.head(w);
  const int up = t.rel(first) == Rel::kAmod && t.head(first) > first ? t.head(first) : first;  // "to displaced Afghans"
  if (!IsNominal(t.word(up)) || (t.rel(up) != Rel::kObl && t.rel(up) != Rel::kNmod)) return -1;
  return t.child(up, {Rel::kCop, Rel::kAux, Rel::kCase}) < 0 ? up : -1;
}

// Rule 11. The verb whose particle `w` is, taken for the preposition of the verb's object; -1 when it hangs well.
int VerbOfParticle(const Tree& t, int w, const FrameTable* frames) {
  if (frames == nullptr || t.rel(w) != Rel::kCase || t.rel(t.head(w)) != Rel::kObl || w == 0) return -1;
  const std::string particle = LowerAscii(t.word(w).form);
  if (particle != "over" && particle != "up" && particle != "out" && particle != "off" && particle != "down") return -1;
  const int verb = t.head(t.head(w));
  if (verb != w - 1 || t.word(verb).upos != Upos::kVerb || t.child(verb, {Rel::kObj, Rel::kAuxPass}) >= 0) return -1;
  return frames->Find(FramePos::kVerb, LowerAscii(t.word(verb).lemma) + " " + particle).empty() ? -1 : verb;
}

}  // namespace

bool HangOnRoot(const std::vector<ParsedWord>& words) {
  std::vector<bool> hangs(words.size(), false);
  std::vector<size_t> way;
  for (size_t w = 0; w < words.size(); ++w) {
    way.clear();
    for (int at = static_cast<int>(w); at >= 0 && !hangs[static_cast<size_t>(at)];
         at = words[static_cast<size_t>(at)].head) {
      if (way.size() == words.size()) return false;
      way.push_back(static_cast<size_t>(at));
    }
    for (const size_t on_way : way) hangs[on_way] = true;
  }
  return true;
}

void MendPhrases(ParsedSentence& sentence, const FrameTable* frames) {
  const Tree tree(sentence);
  std::vector<ParsedWord> words = sentence.words;
  for (int w = 0; w < tree.size(); ++w) {
    ParsedWord& word = words[static_cast<size_t>(w)];
    if (tree.head(w) < 0) continue;
    if (const int number = CountedAtLeast(tree, w); number >= 0) {
      const int counted = tree.head(w);
      word.head = w + 1;
      words[static_cast<size_t>(w) + 1].head = number;
      words[static_cast<size_t>(w) + 1].rel = Rel::kAdvmod;
      const int verb = tree.head(counted);
      if (tree.rel(counted) == Rel::kObl && IsVerbal(tree.word(verb)) && counted > verb &&
          tree.child(verb, {Rel::kObj, Rel::kAuxPass}) < 0) {
        words[static_cast<size_t>(counted)].rel = Rel::kObj;
      }
    } else if (const int of_to = NounOfTo(tree, w); of_to >= 0) {
      word.head = of_to;
      word.rel = Rel::kCase;
    } else if (const int verb_before = VerbOfParticle(tree, w, frames); verb_before >= 0) {
      words[static_cast<size_t>(tree.head(w))].rel = Rel::kObj;
      word.head = verb_before;
      word.rel = Rel::kCompoundPrt;
    } else if (IsCountedObject(tree, w)) {
      word.rel = Rel::kObj;
    } else if (const int object = ObjectOfParticiple(tree, w); object >= 0) {
      word.head = object;
      word.rel = object > w ? Rel::kAmod : Rel::kAcl;
    } else if (const int deed = DeedOfDoer(tree, w, frames); deed >= 0) {
      word.head = deed;
      if (IsVerbal(tree.word(deed))) word.rel = Rel::kOblAgent;
    } else if (const int noun = NounOfForTo(tree, w); noun >= 0) {
      word.head = noun;
    } else if (IsFirstOfTwoObjects(tree, w)) {
      if (TakesTwoObjects(LowerAscii(tree.word(tree.head(w)).lemma)) || tree.word(w).upos != Upos::kNoun) {
        word.rel = Rel::kIobj;
      } else if (tree.word(w + 1).upos != Upos::kDet && tree.word(w + 1).upos != Upos::kPunct) {  // "called it a sham"
        word.head = w + 1;
        word.rel = Rel::kCompound;
        if (const int article = tree.child(w, {Rel::kDet}); article >= 0)
          words[static_cast<size_t>(article)].head = w + 1;
      }
    } else if (IsDeedNoun(tree, w, frames)) {
      if (const int own = CompoundWithPreposition(tree, w); own >= 0) {
        words[static_cast<size_t>(own)].head = w;
        words[static_cast<size_t>(own)].rel = Rel::kCompound;
        words[static_cast<size_t>(own) - 1].head = w;
        MakeNoun(word);
      } else if (tree.child(w, {Rel::kCase}) >= 0 && tree.child(w, {Rel::kDet, Rel::kCompound}) >= 0) {
        MakeNoun(word);
      }
    } else if (const int name = NameAfterTitle(tree, w); name >= 0) {
      word.head = name;
    } else if (const int up = AboveName(tree, w); up >= 0) {
      word.head = up;
      if (IsVerbal(tree.word(up))) word.rel = Rel::kObl;
    }
  }
  if (HangOnRoot(words)) sentence.words = std::move(words);
}

}  // namespace rapporteur
