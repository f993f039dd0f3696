// Words that a noun gives to somebody, over a verb that says nothing by itself: "“Shameful” was Lind's verdict", "her
// answer was “never”", "his message is that …", "the mayor had an explanation: …", "“A new page” is how he describes
// it".
//
// Deterministic; reads the sources. The nouns are those of the cue table.
#pragma once

#include "coding/statement_found.h"

namespace rapporteur {

void FindVerdicts(const StatementSources& sources, const ContentReader& content, FoundStatements& found);

}  // namespace rapporteur
