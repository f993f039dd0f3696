// Why an item stands: its words in their sentences, the steps that led to it, and the parse they were read from.
//
// Deterministic; stateless.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "formats/text.h"
#include "language/parsed_report.h"
#include "record/record.h"

namespace rapporteur {

// How the actors of an event were told: "Ada Brenn: office offices.tsv:88", a line a step; empty for other items.
std::vector<std::string> StepsOfActors(const Record& record, ItemRef item);

// `parsed` is the report that the record was made of.
std::string ExplainItem(const Record& record, const ParsedReport& parsed, ItemRef item, const TextOptions& options);

}  // namespace rapporteur
