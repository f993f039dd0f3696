// Which statement a quotation belongs to that no cue claims: those that go on after the cue, over further sentences and
// paragraphs.
//
// Deterministic; reads the sources, changes statements only.
#pragma once

#include <vector>

#include "coding/statement_content.h"
#include "coding/statement_sources.h"

namespace rapporteur {

// "“…,” she said. “…”": the statement gets the later quotation as a further part, also where it fills the next
// paragraph by itself. Statements are sorted by their cues.
void JoinQuotations(const StatementSources& sources, const ContentReader& content, std::vector<Statement>& found);

}  // namespace rapporteur
