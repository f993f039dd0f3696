// Articles of CSV and TSV files, after RFC 4180: quoted cells, quotes doubled within them, line ends within them.
//
// The first record names the columns. A record with another number of cells, or with a quote that is never closed, is
// set aside; after the latter, reading goes on at the line after the one where it began. Memory: one record, at most
// options.max_row_bytes.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "inputs/article.h"
#include "inputs/options.h"
#include "inputs/window.h"

namespace rapporteur {

// The comma, semicolon, tab or bar that parts the columns of a file that begins like this; 0 when its first record
// does not name a text among at least two columns (as `columns` map them), so that it is hardly a table of articles.
char DelimiterOf(std::string_view beginning, const ColumnMap& columns);

// Errors: kFormat  no column for the text (the message lists those there are), an empty file
//         kUsage   a mapped column is not there
//         the fault that keeps the first record from being read
Result<std::unique_ptr<RowSource>> TableRows(ByteWindow window, char delimiter, const ArticleOptions& options);

// The cells of one record, unquoted. Stateless.
std::vector<std::string> CellsOf(std::string_view record, char delimiter);

}  // namespace rapporteur
