// Articles of text exports of Nexis (LexisNexis Academic, Nexis Uni) and Factiva: many documents in one file.
//
// The text is the headline and the body's paragraphs; what the service adds (section, length, index terms, copyright)
// is left out. Memory: one document, at most options.max_row_bytes.
#pragma once

#include <memory>
#include <string_view>

#include "inputs/article.h"
#include "inputs/options.h"
#include "inputs/window.h"

namespace rapporteur {

std::unique_ptr<RowSource> NexisRows(ByteWindow window, const ArticleOptions& options);
std::unique_ptr<RowSource> FactivaRows(ByteWindow window, const ArticleOptions& options);

// Whether a file that begins like this is such an export.
bool LooksLikeNexis(std::string_view beginning);
bool LooksLikeFactiva(std::string_view beginning);

// One document, from its marker line (which may be missing) to its last line.
// Errors: kFormat  it has no body
Result<Article> ArticleOfNexis(std::string_view utf8, const ArticleOptions& options);
Result<Article> ArticleOfFactiva(std::string_view utf8, const ArticleOptions& options);

}  // namespace rapporteur
