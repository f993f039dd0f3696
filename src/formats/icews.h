// Events in ICEWS's 20 columns, tab-separated with a header: one row a source and target.
//
// Deterministic; stateless. Columns and where each comes from: docs/exports.md.
#pragma once

#include <string>

#include "formats/export_options.h"

namespace rapporteur {

std::string IcewsHeader();
std::string WriteIcews(const Record& record, const ExportOptions& options);

}  // namespace rapporteur
