// Quotations that no word of the cue table attributes, though somebody stands beside them: "“France will always be
// France,” an angry minister retaliated.", "She went further: “…”".
//
// Deterministic; reads the sources.
#pragma once

#include "coding/statement_found.h"

namespace rapporteur {

// Any verb with a subject of its own beside a quotation attributes it: after the quotation's comma, question or
// exclamation mark, or before it with a colon. Quotations that a statement holds already are left alone.
void FindUnclaimed(const StatementSources& sources, const ContentReader& content, FoundStatements& found);

}  // namespace rapporteur
