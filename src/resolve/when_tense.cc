#include "resolve/when_tense.h"

#include <algorithm>

#include "base/among.h"

namespace rapporteur {
namespace {

constexpr int kMostSteps = 12;

// Participles and adjectives that announce what is to come: "is scheduled to", "due".
bool Announces(const ParsedWord& word) {
  return Among(word.lemma,
               {"expect", "plan", "schedule", "set", "due", "slate", "likely", "ready", "expire", "book"}) &&
         (word.xpos == "VBN" || word.upos == Upos::kAdj || word.xpos == "VBP" || word.xpos == "VBZ");
}

// Verbs of whose object or purpose no past tense says that it is past: "planned a rally on Saturday".
bool LooksAhead(std::string_view lemma) {
  return Among(lemma,
               {"plan", "schedule", "expect", "propose", "prepare", "await", "organize", "organise", "anticipate"});
}

// Nouns whose infinitive lies ahead: a plan to meet on Saturday.
bool NounLooksAhead(std::string_view lemma) {
  return Among(lemma, {"plan",      "deadline",    "decision",   "proposal",   "agreement", "deal",       "order",
                       "intention", "promise",     "pledge",     "request",    "call",      "demand",     "offer",
                       "bid",       "need",        "time",       "vote",       "hope",      "permission", "right",
                       "chance",    "opportunity", "invitation", "commitment", "threat",    "vow",        "summons",
                       "date",      "authority",   "power",      "resolution", "motion",    "bill"});
}

// Verbs whose infinitive happened when they did.
bool SharesPast(std::string_view lemma) {
  return Among(lemma, {"begin", "start", "continue", "fail", "manage", "try", "refuse", "use", "cease", "come", "get",
                       "help", "seem", "appear", "prove", "happen", "go"});
}

bool HasCopula(const Tree& tree, int w) { return tree.child(w, {Rel::kCop}) >= 0; }

bool IsPredicate(const Tree& tree, int w) {
  const ParsedWord& word = tree.word(w);
  return word.upos == Upos::kVerb || word.upos == Upos::kAux || HasCopula(tree, w) ||
         (word.upos == Upos::kAdj && Among(word.lemma, {"due", "likely", "set", "ready", "scheduled"}));
}

char TenseOfForm(const ParsedWord& word) {
  if (word.xpos == "VBD" || HasFeature(word, "Tense=Past")) return '<';
  return '?';
}

// "were to have met": planned, and not done.
bool IsToBe(const Tree& tree, int w) {
  for (int c : tree.children(w)) {
    const std::string lower = LowerAscii(tree.word(c).form);
    if (lower == "to") break;
    if (tree.rel(c) == Rel::kAux && tree.word(c).lemma == "be") return true;
  }
  const int up = tree.head(w);
  return up >= 0 && tree.word(up).lemma == "be";
}

constexpr char kInfinitive = 'i';

// What the predicate's own words say: past, future, an infinitive, or nothing.
char OwnDirection(const Tree& tree, int w) {
  const ParsedWord& word = tree.word(w);
  char direction = word.upos == Upos::kVerb || word.upos == Upos::kAux ? TenseOfForm(word) : '?';
  bool to = false, past_auxiliary = false, perfect = false;
  for (int c : tree.children(w)) {
    const Rel rel = BaseRel(tree.rel(c));
    const std::string lower = LowerAscii(tree.word(c).form);
    if (rel == Rel::kAux || rel == Rel::kCop) {
      if (Among(lower,
                {"will", "shall", "'ll", "’ll", "wo", "would", "may", "might", "must", "should", "can", "could"}))
        return '>';
      if (tree.word(c).lemma == "have") perfect = true;
      if (tree.word(c).upos == Upos::kAux && TenseOfForm(tree.word(c)) == '<') past_auxiliary = true;
      if (tree.word(c).lemma == "be" && TenseOfForm(tree.word(c)) != '<' && rel == Rel::kAux && word.xpos == "VBN" &&
          !perfect)
        direction = '?';  // "is held": no past by itself
    }
    if (rel == Rel::kMark && lower == "to") to = true;
  }
  if (to && IsToBe(tree, w)) return '>';
  if (to && !perfect) return kInfinitive;
  if (perfect || past_auxiliary) return '<';
  return direction;
}

// Whether an infinitive lies ahead of the verb or noun it hangs on. Those that do not are a purpose ("struck to free
// the hostages") or the doing itself ("began to shell"): what stands above tells of their time.
bool InfinitiveLiesAhead(const Tree& tree, int w) {
  const int up = tree.head(w);
  if (up < 0) return true;
  const ParsedWord& head = tree.word(up);
  switch (tree.rel(w)) {
    case Rel::kXcomp:
      return !SharesPast(head.lemma);
    case Rel::kAdvcl:
      return head.upos == Upos::kAdj || LooksAhead(head.lemma) || Announces(head);
    case Rel::kAcl:
      return NounLooksAhead(head.lemma);
    case Rel::kConj:
      return OwnDirection(tree, up) != '<';
    default:
      return true;
  }
}

}  // namespace

char DirectionAt(const Tree& tree, int w) {
  bool through_noun = false;  // the date is a noun's: "planned a rally on Saturday"
  bool infinitive = false;
  for (int steps = 0; w >= 0 && steps < kMostSteps; ++steps, w = tree.head(w)) {
    const ParsedWord& word = tree.word(w);
    if (!IsPredicate(tree, w)) {
      if (word.lemma == "deadline") return '>';
      through_noun = through_noun || steps > 0;
      continue;
    }
    if ((through_noun && LooksAhead(word.lemma)) || Announces(word)) return '>';
    const char own = OwnDirection(tree, w);
    if (own == '<' || own == '>') return own;
    if (own == kInfinitive) {
      if (InfinitiveLiesAhead(tree, w)) return '>';
      infinitive = true;
      continue;
    }
    // A participle or a present: what stands above it may tell, unless it is only somebody's saying.
    if (tree.rel(w) == Rel::kRoot || tree.rel(w) == Rel::kCcomp) break;
  }
  return infinitive ? '>' : '?';
}

}  // namespace rapporteur
