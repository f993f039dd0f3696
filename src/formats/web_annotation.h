// Items as W3C Web Annotations in JSON-LD: one annotation an item, one a line, with the words as quotes and positions.
//
// Deterministic; stateless. Columns and where each comes from: docs/exports.md.
#pragma once

#include <string>

#include "formats/export_options.h"

namespace rapporteur {

std::string WriteWebAnnotations(const Record& record, const ExportOptions& options);

}  // namespace rapporteur
