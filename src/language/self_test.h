// The sentences that a model file carries with the answers it gave when it was made.
#pragma once

#include <string_view>

#include "base/result.h"
#include "language/model.h"

namespace rapporteur {

// Parses the sentences of `section` (docs/model.md, section 9) and compares every column.
// Errors: kFormat         the section is not CoNLL-U or has no sentence
//         kModelMismatch  the first word that is answered differently, with both answers
Status RunSelfTest(const LanguageModel& model, std::string_view section);

}  // namespace rapporteur
