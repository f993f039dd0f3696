// Events in POLECAT's 40 columns, tab-separated with a header: one row an actor and recipient.
//
// Deterministic; stateless. Columns and where each comes from: docs/exports.md.
#pragma once

#include <string>

#include "formats/export_options.h"

namespace rapporteur {

std::string PolecatHeader();
std::string WritePolecat(const Record& record, const ExportOptions& options);

}  // namespace rapporteur
