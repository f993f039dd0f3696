// Events in Phoenix's 26 columns, tab-separated without a header: one row a source and target.
//
// Deterministic; stateless. Columns and where each comes from: docs/exports.md.
#pragma once

#include <string>

#include "formats/export_options.h"

namespace rapporteur {

std::string WritePhoenix(const Record& record, const ExportOptions& options);

}  // namespace rapporteur
