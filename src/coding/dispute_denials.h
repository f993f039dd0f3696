// Who says that something is not so: "denied it", "rejected Norvia's claim", "called the charge baseless", "Not so,
// says the ministry".
//
// Deterministic; in text order.
#pragma once

#include <vector>

#include "coding/dispute_claims.h"

namespace rapporteur {

std::vector<Claim> FindDenials(const Dealings& dealings, const DisputeWords& words, const DisputeSides& sides);

}  // namespace rapporteur
