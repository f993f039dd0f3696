// Predicates that happen at one time and place, so that what the text says of one it says of the other.
#pragma once

#include <string_view>

#include "resolve/tree.h"

namespace rapporteur {

// A verb, or a word with a copula.
bool IsClauseHead(const Tree& tree, int w);

// The predicate whose time and place w shares, -1 for none: the first of a coordination, the verb of a participle
// ("shelled the town, killing two"), "began" of "began to shell", "held" of "held talks". Never the verb of saying that
// reports w. Deterministic, stateless.
int OccasionAbove(const Tree& tree, int w);

// Verbs that say of an event noun that it happens: hold, launch, occur.
bool CarriesEvent(std::string_view lemma);

// A noun that can have a time of its own, by its ending or among the commonest of news: attack, meeting, election.
bool IsEventNoun(const ParsedWord& word);

}  // namespace rapporteur
