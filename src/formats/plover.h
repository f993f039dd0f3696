// Events as PLOVER's JSON Lines: one object an event, several actors and recipients in one.
//
// Deterministic; stateless. Columns and where each comes from: docs/exports.md.
#pragma once

#include <string>

#include "formats/export_options.h"

namespace rapporteur {

std::string WritePlover(const Record& record, const ExportOptions& options);

}  // namespace rapporteur
