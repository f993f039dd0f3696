// The door to all input formats: bytes in, articles out, one after the other.
//
//   auto rows = OpenArticles(OpenFileBytes(path), path, options);
//   while (auto row = (*rows)->Next()) { const Result<Article> article = row->article(); … }
//
// Next() reads in order on one thread; article() may be called on any other. A row whose article() is an error is set
// aside, with its place and reason; what follows is read. Memory is bounded by options.max_row_bytes, not by the file.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "inputs/article.h"
#include "inputs/bytes.h"
#include "inputs/options.h"

namespace rapporteur {

struct OpenedArticles {
  std::unique_ptr<RowSource> rows;
  InputFormat format = InputFormat::kText;

  // One report a file: its text is the file's, so that offsets count in the file.
  bool is_text() const { return format == InputFormat::kText; }
  bool one_article() const { return format == InputFormat::kText || format == InputFormat::kHtml; }
};

// The format is options.format, or told by the bytes; `name` (of the file) helps only where the bytes do not tell,
// and is the path that Parquet is read from.
// gzip is unpacked and UTF-16 turned into UTF-8 on the way.
// Errors: kFormat  a format that is not read (PDF, ZIP, …; the message says what to do), a table without a text
//         kUsage   --map names a column that is not there; Parquet without options.parquet
//         kIo, kLimit  the bytes cannot be read
Result<OpenedArticles> OpenArticles(std::unique_ptr<ByteSource> bytes, std::string_view name,
                                    const ArticleOptions& options);

// What the first bytes of an (unpacked) file are. Errors: kFormat  a format that is not read
Result<InputFormat> DetectFormat(std::string_view beginning, std::string_view name, const ArticleOptions& options);

// Whether a folder's file of this name is taken for a report or a file of articles.
bool IsArticleFile(std::string_view name);

}  // namespace rapporteur
