#include "resolve/when_tense.h"

#include <algorithm>

namespace rapporteur {
namespace {

constexpr int kMostSteps = 12;

bool Among(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// Predicates whose complement lies ahead.
bool LooksAhead(const ParsedWord& word) {
  return Among(word.lemma,
               {"expect", "plan", "schedule", "intend", "set", "due",    "slate",    "vow",      "promise", "threaten",
                "agree",  "hope", "want",     "order",  "ask", "urge",   "call",     "propose",  "prepare", "likely",
                "ready",  "aim",  "need",     "have",   "go",  "expire", "deadline", "postpone", "delay",   "until"});
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

// What the predicate's own words say.
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
  if (to && (!perfect || IsToBe(tree, w))) return '>';
  if (perfect || past_auxiliary) return '<';
  return direction;
}

}  // namespace

char DirectionAt(const Tree& tree, int w) {
  bool through_noun = false;  // the date is a noun's: "planned a rally on Saturday"
  for (int steps = 0; w >= 0 && steps < kMostSteps; ++steps, w = tree.head(w)) {
    const ParsedWord& word = tree.word(w);
    if (!IsPredicate(tree, w)) {
      if (Among(word.lemma, {"deadline"})) return '>';
      through_noun = through_noun || steps > 0;
      continue;
    }
    if (through_noun && Among(word.lemma, {"plan", "schedule", "expect", "propose", "prepare", "await", "organize",
                                           "organise", "anticipate"})) {
      return '>';
    }
    const char own = OwnDirection(tree, w);
    if (own == '>') {
      // "was to have met", "began to shell": an infinitive of a past doing is no plan.
      const int up = tree.head(w);
      if (tree.rel(w) == Rel::kXcomp && up >= 0 &&
          Among(tree.word(up).lemma, {"begin", "start", "continue", "fail", "manage", "try", "refuse", "use", "cease",
                                      "come", "get", "help", "seem", "appear"})) {
        continue;
      }
      return '>';
    }
    if (LooksAhead(word) &&
        (word.xpos == "VBN" || word.upos == Upos::kAdj || word.xpos == "VBP" || word.xpos == "VBZ") &&
        Among(word.lemma, {"expect", "plan", "schedule", "set", "due", "slate", "likely", "ready", "expire"})) {
      return '>';
    }
    if (own == '<') return '<';
    // A participle or a present: what stands above it may tell, unless it is only somebody's saying.
    if (tree.rel(w) == Rel::kRoot || tree.rel(w) == Rel::kCcomp) return '?';
  }
  return '?';
}

}  // namespace rapporteur
