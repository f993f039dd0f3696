// For tests: all rows of an input that stands in memory.
#pragma once

#include <string>
#include <vector>

#include "inputs/open_articles.h"

namespace rapporteur {

struct ReadRow {
  RowPosition at;
  Article article;
  std::string reason;  // empty: there is an article
  bool ends_file = false;
};

struct ReadInputRows {
  std::vector<ReadRow> rows;
  std::string problem;  // why it could not be opened
  InputFormat format = InputFormat::kText;
  uint64_t passed_over = 0;
};

// `piece`: how many bytes come at a time; 0: all at once.
inline ReadInputRows ReadRows(const std::string& bytes, const ArticleOptions& options = {},
                              const std::string& name = "", size_t piece = 0) {
  ReadInputRows read;
  auto opened = OpenArticles(MemoryBytes(bytes, piece), name, options);
  if (!opened.ok()) {
    read.problem = opened.error().message;
    return read;
  }
  read.format = opened->format;
  while (auto row = opened->rows->Next()) {
    auto article = row->article();
    read.rows.push_back(
        {row->at, article.ok() ? *article : Article{}, article.ok() ? "" : article.error().message, row->ends_file});
  }
  read.passed_over = opened->rows->passed_over();
  return read;
}

}  // namespace rapporteur
