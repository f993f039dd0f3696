// What is disputed, and by whom: accused and denied, told and denied, held and opposed.
//
// Deterministic: in order of the first side's words; one item for a pair of sides and a subject.
#pragma once

#include <vector>

#include "coding/dealings.h"

namespace rapporteur {

std::vector<Dispute> FindDisputes(const Dealings& dealings, const std::vector<Position>& positions,
                                  const std::vector<Agreement>& agreements);

}  // namespace rapporteur
