// The sentences after one that makes an agreement or tells its terms, as long as they go on telling duties: a list
// after a colon, "X will …", "both must …", "in return, Y …".
//
// Deterministic.
#pragma once

#include "coding/agreement_mentions.h"

namespace rapporteur {

// Adds their terms. To be called after the terms where agreements are named are read.
void ReadSequel(const Dealings& dealings, AgreementNames& names);

}  // namespace rapporteur
