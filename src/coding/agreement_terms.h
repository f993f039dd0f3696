// What an agreement obliges its parties to, term by term, each with who owes it and its PLOVER class.
//
// Read where the agreement is the subject ("it provides for"), where it governs a clause ("under it, X will"), in
// clauses and lists that hang on it, and in the sentences that go on telling duties after it was made. Deterministic.
#pragma once

#include <vector>

#include "coding/agreement_mentions.h"

namespace rapporteur {

// Adds the terms of all `names.mentions` to names.agreements.
void ReadTerms(const Dealings& dealings, AgreementNames& names);

}  // namespace rapporteur
