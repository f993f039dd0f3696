// Finds the attributions of a report by their cues: verbs, nouns, phrases, a name and a colon.
//
// Deterministic. The order is that of the ways they are found; nesting and loose quotations are not yet settled.
#pragma once

#include <vector>

#include "coding/statement_content.h"
#include "coding/statement_sources.h"

namespace rapporteur {

std::vector<Statement> FindCues(const StatementSources& sources, const ContentReader& content);

}  // namespace rapporteur
