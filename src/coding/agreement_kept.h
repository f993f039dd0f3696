// Who keeps an agreement and who breaks it, as the report or somebody in it tells; and who calls for it to be kept,
// signed or left.
//
// Deterministic.
#pragma once

#include "coding/agreement_mentions.h"

namespace rapporteur {

void ReadKept(const Dealings& dealings, AgreementNames& names);
void ReadCalls(const Dealings& dealings, AgreementNames& names);

}  // namespace rapporteur
