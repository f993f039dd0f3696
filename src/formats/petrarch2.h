// Events in the columns that PETRARCH2 writes with url, actor text and event text, tab-separated without a header: one
// row a source and target.
//
// Deterministic; stateless. Columns and where each comes from: docs/exports.md.
#pragma once

#include <string>

#include "formats/export_options.h"

namespace rapporteur {

std::string WritePetrarch2(const Record& record, const ExportOptions& options);

}  // namespace rapporteur
