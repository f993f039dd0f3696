// How many were killed, injured or arrested, or took part, as the report says it: "at least 12", "dozens".
//
// Stateless, deterministic. Which predicates count whom is in lexicon/classes.tsv: classes killed, injured, arrested.
#pragma once

#include <optional>

#include "coding/items.h"
#include "coding/proposition.h"
#include "lexicon/frames.h"

namespace rapporteur {

// The number of a noun phrase with the words that make it vague; none when it has no number.
std::optional<SaidCount> CountOf(const Tree& tree, int noun);

// The counts that an event's own predicate tells: its object (of "die" its subject) for the killed, injured and
// arrested, its actor for the size of a protest.
Counts CountsOf(const Tree& tree, const Proposition& p, const std::string& event_type, const WordClasses& classes);

}  // namespace rapporteur
