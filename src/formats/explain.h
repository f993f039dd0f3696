// Why an item stands: its words in their sentences, the steps that led to it, and the parse they were read from.
//
// Deterministic; stateless.
#pragma once

#include <string>

#include "base/result.h"
#include "formats/text.h"
#include "language/parsed_report.h"
#include "record/record.h"

namespace rapporteur {

// `parsed` is the report that the record was made of.
std::string ExplainItem(const Record& record, const ParsedReport& parsed, ItemRef item, const TextOptions& options);

}  // namespace rapporteur
