// One news article as it was found in a file, whatever the file's format.
//
// Value types.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace rapporteur {

struct Article {
  std::string text;       // UTF-8; offsets of a record made of it count in this text
  std::string title;      // empty: unknown, as are all that follow
  std::string published;  // an ISO day: "2019-03-12"
  std::string publisher;
  std::string url;
  std::string language;  // as the file says: "en", "English", "en-GB"
  std::string id;        // the file's own name for the article
  // What could not be taken as it stood, one sentence each: "published: found \"soon\", which names no day".
  std::vector<std::string> notes;
};

// Where in its file an article was found. `byte` counts in the file as unpacked.
struct RowPosition {
  uint64_t row = 1;   // which article, page or record of the file; a blank line is none
  uint64_t line = 1;  // where it begins, from 1; 0 where lines mean nothing
  uint64_t byte = 0;
};

// One article still in its wrapping, so that unwrapping can be done on any thread.
struct ArticleRow {
  RowPosition at;
  std::shared_ptr<const std::string> bytes = nullptr;  // as in the file; null where it is no piece of text
  // Called once, on any thread, with *bytes (or nothing).
  // Errors: kFormat  the row is none, or holds no article: the message is the reason to set it aside
  //         kLimit   too large
  std::function<Result<Article>(std::string_view bytes)> unwrap;
  bool ends_file = false;  // a fault after which nothing more of the file can be read

  Result<Article> article() const { return unwrap(bytes ? std::string_view(*bytes) : std::string_view()); }
};

// A row that is set aside for this reason.
inline ArticleRow BadRow(RowPosition at, Error reason, std::shared_ptr<const std::string> bytes = nullptr) {
  return {at, std::move(bytes), [reason = std::move(reason)](std::string_view) -> Result<Article> { return reason; }};
}

// The last row of an input that cannot be read further.
inline ArticleRow FaultRow(RowPosition at, Error reason) {
  ArticleRow row = BadRow(at, std::move(reason));
  row.ends_file = true;
  return row;
}

// The rows of one input, in its order. Not for several threads; holds one row's bytes at a time, not the file.
class RowSource {
 public:
  RowSource() = default;
  RowSource(const RowSource&) = delete;
  RowSource& operator=(const RowSource&) = delete;
  virtual ~RowSource() = default;

  // None at the end. A row that cannot be read is a ArticleRow too, whose unwrap() tells why; the next one follows.
  virtual std::optional<ArticleRow> Next() = 0;

  // Records passed over because they are no articles by their kind, as a WARC's requests and pictures.
  virtual uint64_t passed_over() const { return 0; }
};

}  // namespace rapporteur
