// One deed told by several words of a sentence is one event: "killed four men in an attack on the depot", "a rally to
// protest the law", "provide food aid", "fired rockets at the town, killing two".
//
// Deterministic.
#pragma once

#include <vector>

#include "coding/event_compose.h"
#include "coding/proposition.h"
#include "lexicon/frames.h"

namespace rapporteur {

// Unites each event with the one of the same type that its predicate hangs on, where the grammar between the two tells
// one deed and neither their sides nor their modes speak against it. The upper one stays, with the words and the sides
// of both; the absorbed ones leave the list. Classes: @casualty are verbs that say what an attack did to people.
void UniteDeeds(const PropositionLayer& layer, const WordClasses& classes, std::vector<CodedEvent>& events);

}  // namespace rapporteur
