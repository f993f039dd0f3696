// The articles of all inputs that a command line names, one after the other, whatever their formats.
//
// Not for several threads, but for Unwrap and the functions without a class. Holds one input open at a time.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "coding/read_options.h"
#include "inputs/open_articles.h"
#include "tools/input.h"
#include "tools/options.h"

namespace rapporteur {

// One article of the stream, or the reason why there is none.
struct StreamRow {
  Input input;
  InputFormat format = InputFormat::kText;
  ArticleRow row;
  bool opened = true;  // false: the input could not be opened, and this is its only row

  // Whether the input is one article (a text, a page), or may hold many.
  bool one_article() const { return format == InputFormat::kText || format == InputFormat::kHtml; }
  // "news.jsonl" or, of one among many, "news.jsonl, row 12".
  std::string name() const;
};

class ArticleStream {
 public:
  ArticleStream(std::vector<Input> inputs, ArticleOptions options)
      : inputs_(std::move(inputs)), options_(std::move(options)) {}

  // None at the end. An input that cannot be opened or read on is a row too; the next input follows.
  std::optional<StreamRow> Next();

  uint64_t passed_over() const { return passed_over_; }  // of the inputs read to their end
  bool any_with_many() const { return any_with_many_; }  // whether an input was met that may hold many articles

 private:
  std::vector<Input> inputs_;
  ArticleOptions options_;
  size_t next_ = 0;
  std::optional<OpenedArticles> open_;
  uint64_t passed_over_ = 0;
  bool any_with_many_ = false;
};

// Errors: kUsage  --from, --map, --date-order or --encoding that make no sense
Result<ArticleOptions> HowToReadArticles(const InputOptions& input);

// What the file says of an article and the user says of all: of a file that is one article the user's word counts, else
// it only stands in where the article has none.
ReadOptions SaidOfArticle(const Article& article, const ReadOptions& said, bool one_article);

// One line of JSON: text, title, published, publisher, url, language, id, notes, and where it was found.
std::string ArticleAsJson(const Article& article, const StreamRow& from);

}  // namespace rapporteur
