// What depends on what in an agreement: "in return for", "provided that", "unless", "should it fail".
//
// Deterministic.
#pragma once

#include "coding/agreement_mentions.h"

namespace rapporteur {

// Adds the consequences told where the agreements are named and where their terms stand.
void ReadConsequences(const Dealings& dealings, AgreementNames& names);

}  // namespace rapporteur
