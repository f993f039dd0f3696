// Nouns that tell again what a sentence before has told: "Rebels shelled the port. The attack wounded six."
//
// Deterministic.
#pragma once

#include <string_view>
#include <vector>

#include "coding/event_compose.h"
#include "coding/proposition.h"
#include "resolve/tree.h"

namespace rapporteur {

// Whether a noun speaks of what its hearer knows already: "the attack", "those talks", "their raid".
bool SpeaksOfKnown(const Tree& tree, const Proposition& p);

// Gives what such a noun's event (`known`) tells to the latest event before it of the same type that it fits: no side
// that it names is another's, no date or place differs; victims that only it counts are the latest attack's. `events`
// stand in text order; those attached leave the list, and so do those of nobody and nothing counted (`unnamed`).
void AttachTellings(const PropositionLayer& layer, std::vector<CodedEvent>& events);

}  // namespace rapporteur
