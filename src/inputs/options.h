// What may be said about an input that holds articles.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "inputs/article.h"
#include "inputs/published_day.h"
#include "text/decode.h"

namespace rapporteur {

enum class InputFormat { kText, kHtml, kJsonLines, kJson, kCsv, kTsv, kFeed, kWarc, kNexis, kFactiva, kParquet };

// "text", "html", "jsonl", "json", "csv", "tsv", "rss", "atom", "warc", "nexis", "factiva", "parquet", in any case.
// Errors: kUsage  no such format (the message lists those there are)
Result<InputFormat> InputFormatNamed(std::string_view name);
std::string_view InputFormatName(InputFormat format);

// Which column or key holds what; empty: the usual names are tried.
struct ColumnMap {
  std::string text, html, title, published, publisher, url, language, id;

  // "text=COLUMN,published=COLUMN"; a column's name may hold any character but a comma.
  // Errors: kUsage  a field that an article has not, a field without a column
  static Result<ColumnMap> Parse(std::string_view said);
};

struct ArticleOptions;
// What reads a Parquet file of this path: `store`, which comes after this folder, has one.
using ParquetReader = std::function<Result<std::unique_ptr<RowSource>>(const std::string&, const ArticleOptions&)>;

struct ArticleOptions {
  std::optional<InputFormat> format;  // none: told by the bytes
  ColumnMap columns;
  DayOrder day_order = DayOrder::kUnknown;
  DecodeOptions decode;                   // of the text; UTF-16 files are known by their mark
  uint64_t max_row_bytes = 64ULL << 20U;  // of one row of a table, one page, one feed
  ParquetReader parquet;                  // empty: Parquet is not read
};

}  // namespace rapporteur
