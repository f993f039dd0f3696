// Whether an attack is one of words: "the senator attacked the president over his plan" is no assault.
//
// A small sum that explains itself: points for politicians on either side and for words of speech that hang on the
// predicate; none of it counts beside arms, wounds or armed men. The words are the classes of lexicon/classes.tsv.
// Deterministic.
#pragma once

#include <string>
#include <vector>

#include "coding/items.h"
#include "coding/proposition.h"
#include "lexicon/frames.h"
#include "resolve/cast.h"

namespace rapporteur {

struct AttackSides {
  const std::vector<ActorRef>& actors;
  const std::vector<ActorRef>& recipients;
  const Cast& cast;
};

// Why the attack that `p` tells is one of words, for people; empty when it is not, or when `p` is no word of attack
// (class wordstrike).
std::string AttackByWords(const Tree& t, const Proposition& p, const AttackSides& sides, const WordClasses& classes);

}  // namespace rapporteur
