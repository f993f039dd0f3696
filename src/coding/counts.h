// How many were killed, injured or arrested, or took part, as the report says it: "at least 12", "dozens", "two
// soldiers and a child".
//
// Stateless, deterministic. Which predicates count whom is in lexicon/classes.tsv: classes killed, injured, arrested.
#pragma once

#include <optional>

#include "coding/items.h"
#include "coding/proposition.h"
#include "lexicon/frames.h"

namespace rapporteur {

// The number of a noun phrase with the words that make it vague; none when it has no number. "A total of 46 civilians",
// "a crowd of around 5,000": the number of what the collective noun is made of.
std::optional<SaidCount> CountOf(const Tree& tree, int noun);

// As CountOf, over all that is coordinated with the noun: several parts, of which one at least is counted, are said
// from the first to the last ("two soldiers and a child"). An indefinite article counts one when `articles` is true
// ("a guard").
std::optional<SaidCount> CountOfAll(const Tree& tree, int noun, bool articles);

// The counts that an event's own predicate tells: its object (of "die" its subject) for the killed, injured and
// arrested, its actor for the size of a protest, what is moved for that of forces.
Counts CountsOf(const Tree& tree, const Proposition& p, const Event& event, const WordClasses& classes);

}  // namespace rapporteur
