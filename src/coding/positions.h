// Who holds what: for, against, open.
//
// Read from what predicates say of their subject's stance (lexicon/stances.tsv), and from statements of what ought to
// be. Deterministic: in order of their words; one item for a holder and a proposition.
#pragma once

#include <vector>

#include "coding/dealings.h"

namespace rapporteur {

// `agreements` and `talks` are what positions may be about besides actors.
std::vector<Position> FindPositions(const Dealings& dealings, const std::vector<Agreement>& agreements,
                                    const std::vector<Talks>& talks);

}  // namespace rapporteur
