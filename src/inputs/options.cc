#include "inputs/options.h"

#include <array>
#include <utility>

#include "inputs/clean.h"

namespace rapporteur {
namespace {

constexpr std::array<std::pair<std::string_view, InputFormat>, 13> kFormats = {{
    {"text", InputFormat::kText},
    {"html", InputFormat::kHtml},
    {"jsonl", InputFormat::kJsonLines},
    {"json", InputFormat::kJson},
    {"csv", InputFormat::kCsv},
    {"tsv", InputFormat::kTsv},
    {"rss", InputFormat::kFeed},
    {"atom", InputFormat::kFeed},
    {"warc", InputFormat::kWarc},
    {"nexis", InputFormat::kNexis},
    {"factiva", InputFormat::kFactiva},
    {"parquet", InputFormat::kParquet},
    {"ndjson", InputFormat::kJsonLines},
}};

}  // namespace

Result<InputFormat> InputFormatNamed(std::string_view name) {
  for (const auto& [known, format] : kFormats) {
    if (SameWord(known, name)) return format;
  }
  return Error{ErrorCode::kUsage, "no input format '" + std::string(name) +
                                      "'; there are text, html, jsonl, json, csv, tsv, rss, atom, warc, nexis, factiva "
                                      "and parquet"};
}

std::string_view InputFormatName(InputFormat format) {
  for (const auto& [known, named] : kFormats) {
    if (named == format) return known;
  }
  return "text";
}

Result<ColumnMap> ColumnMap::Parse(std::string_view said) {
  ColumnMap map;
  const std::array<std::pair<std::string_view, std::string*>, 10> parts = {{{"text", &map.text},
                                                                            {"html", &map.html},
                                                                            {"title", &map.title},
                                                                            {"published", &map.published},
                                                                            {"date", &map.published},
                                                                            {"publisher", &map.publisher},
                                                                            {"source", &map.publisher},
                                                                            {"url", &map.url},
                                                                            {"language", &map.language},
                                                                            {"id", &map.id}}};
  while (!said.empty()) {
    const size_t comma = said.find(',');
    const std::string_view piece = said.substr(0, comma);
    said.remove_prefix(comma == std::string_view::npos ? said.size() : comma + 1);
    const size_t equals = piece.find('=');
    const std::string_view name = Trimmed(piece.substr(0, equals));
    const std::string_view column = equals == std::string_view::npos ? "" : Trimmed(piece.substr(equals + 1));
    std::string* to = nullptr;
    for (const auto& [known, field] : parts) {
      if (SameWord(known, name)) to = field;
    }
    if (to == nullptr || column.empty()) {
      return Error{ErrorCode::kUsage, "found \"" + std::string(piece) +
                                          "\", expected FIELD=COLUMN with a field of text, html, title, published, "
                                          "publisher, url, language, id"};
    }
    *to = column;
  }
  return map;
}

}  // namespace rapporteur
