// Articles of a Parquet file, by DuckDB: the columns that hold parts of an article, row by row.
//
// Not for several threads. Nothing but the file is read; memory: some thousand rows, whatever the file's size.
#pragma once

#include <memory>
#include <string>

#include "inputs/article.h"
#include "inputs/options.h"

namespace rapporteur {

// Errors: kFormat  no Parquet, damaged, or no column for the text (the message lists those there are)
//         kUsage   a mapped column is not there; standard input, which cannot be read from several places
//         kIo      the file cannot be read
Result<std::unique_ptr<RowSource>> ParquetRows(const std::string& path, const ArticleOptions& options);

}  // namespace rapporteur
