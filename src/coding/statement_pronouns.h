// Whom "he" and "she" mean who speak: mostly who spoke last.
//
// Deterministic; reads the sources, changes speakers only.
#pragma once

#include <vector>

#include "coding/statement_content.h"
#include "coding/statement_sources.h"

namespace rapporteur {

// Statements are sorted by their cues.
void SettlePronouns(const StatementSources& sources, const ContentReader& content, std::vector<Statement>& found);

}  // namespace rapporteur
