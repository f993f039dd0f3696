// A record as a person reads it: a brief, then talks, agreements, positions side by side, disputes, what stands at
// somebody's word, events, statements by speaker and actors; each line with its sentences and a handle for `explain`.
//
// Deterministic; stateless.
#pragma once

#include <string>

#include "record/record.h"

namespace rapporteur {

struct TextOptions {
  bool color = false;   // ANSI colours, for terminals
  int width = 100;      // columns; less than 72 counts as 72, more than 120 as 120
  bool report = false;  // also the report's own sentences, with what was found in them
};

std::string WriteText(const Record& record, const TextOptions& options = {});

}  // namespace rapporteur
