// Whether what the words say has happened or is to come.
#pragma once

#include "resolve/tree.h"

namespace rapporteur {

// Of the predicate that governs word w (or is w): '<' past, '>' future, '?' neither is said. A present tense of a
// report says neither. Deterministic, stateless.
char DirectionAt(const Tree& tree, int w);

}  // namespace rapporteur
