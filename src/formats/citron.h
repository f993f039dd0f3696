// Statements as Citron's JSON: one document a report, on one line.
//
// Deterministic; stateless. Where each field comes from: docs/exports.md.
#pragma once

#include <string>

#include "record/record.h"

namespace rapporteur {

std::string WriteCitron(const Record& record);

}  // namespace rapporteur
