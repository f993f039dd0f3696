// Exports of Factiva that were saved as pages: many documents in one file of HTML.
//
// Memory: the file, at most options.max_row_bytes.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "inputs/article.h"
#include "inputs/options.h"
#include "inputs/window.h"

namespace rapporteur {

bool LooksLikeFactivaPage(std::string_view beginning);

// Errors: kLimit  larger than options.max_row_bytes
//         the fault that keeps the input from being read
Result<std::unique_ptr<RowSource>> FactivaPageRows(ByteWindow window, const ArticleOptions& options);

// One document's markup as the service writes it into a text export.
std::string TextOfFactivaPage(std::string_view utf8);

}  // namespace rapporteur
