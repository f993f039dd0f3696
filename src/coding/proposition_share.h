// Arguments that stand once, behind the last of several coordinated verbs, and belong to all of them: "shelled and
// bombed the town", "was kidnapped and killed by the rebels".
#pragma once

#include <span>

#include "coding/proposition.h"

namespace rapporteur {

// `sentence` are a sentence's propositions in text order, with their own arguments; earlier verbs of a coordination get
// the object or the agent of the later one where nothing but adverbs and commas stands between the two.
void ShareArguments(const Tree& t, std::span<Proposition> sentence);

}  // namespace rapporteur
