// Events in the 61 columns of GDELT 2.0, tab-separated without a header: one row a source and target; and the 16
// columns of its mentions: one row for each time the report tells such an event.
//
// Deterministic; stateless. Columns and where each comes from: docs/exports.md.
#pragma once

#include <string>

#include "formats/export_options.h"

namespace rapporteur {

std::string WriteGdelt(const Record& record, const ExportOptions& options);
std::string WriteGdeltMentions(const Record& record, const ExportOptions& options);

}  // namespace rapporteur
