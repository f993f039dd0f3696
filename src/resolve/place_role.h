// Stateless and deterministic.
#pragma once

#include "resolve/names.h"

namespace rapporteur {

// Whether a name of a place or state stands for the place where it stands in its sentence: "in Moscow", "fled Syria",
// "the Riyadh talks"; not "Moscow said".
bool StandsForPlace(const Tree& tree, const NamePhrase& name);

}  // namespace rapporteur
