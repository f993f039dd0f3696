// Attributions that no predicate makes: "according to X", "in X's view", "reportedly", a name and a colon.
//
// Deterministic; reads the sources.
#pragma once

#include "coding/statement_found.h"

namespace rapporteur {

void FindPhrases(const StatementSources& sources, const ContentReader& content, FoundStatements& found);

}  // namespace rapporteur
