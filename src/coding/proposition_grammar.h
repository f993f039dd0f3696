// What a predicate's own auxiliaries, negations and form say: voice, tense, modal, mark.
#pragma once

#include "coding/proposition.h"

namespace rapporteur {

// `p` has its word and kind; its grammar is filled in.
void ReadGrammar(const Tree& t, Proposition& p);

}  // namespace rapporteur
