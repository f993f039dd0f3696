// From a parsed report to the items of its record: the one way into coding.
//
// Deterministic; immutable inputs, any number of threads at once. No clock, no random source.
#pragma once

#include "base/result.h"
#include "coding/items.h"
#include "coding/read_options.h"
#include "language/parsed_report.h"
#include "lexicon/lexicon.h"

namespace rapporteur {

// A report without anything to code gives empty lists, not an error.
Result<Items> CodeReport(const ParsedReport& report, const Lexicon& lexicon, const ReadOptions& options);

}  // namespace rapporteur
