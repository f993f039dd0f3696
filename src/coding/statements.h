// Who said what, to whom, at whose word: every attribution of a report.
//
// Deterministic. Cues are lexicon/cues.tsv; content comes from the tree (complement clauses, clauses that a cue hangs
// on), and from the quotation marks. Speakers are actors of the cast or the bare words ("a senior official").
#pragma once

#include <optional>
#include <vector>

#include "coding/statement_sources.h"
#include "resolve/when.h"

namespace rapporteur {

// In text order of their content; parents are set.
std::vector<Statement> FindStatements(const StatementSources& sources);

// Gives each statement the day on which it was said, where its cue's own clause tells.
void DateStatements(const StatementSources& sources, const std::vector<DateMention>& dates,
                    const std::optional<Date>& published, std::vector<Statement>& statements);

}  // namespace rapporteur
