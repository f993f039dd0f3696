#include "inputs/json_rows.h"

#include <algorithm>
#include <array>
#include <string>

#include "inputs/clean.h"
#include "inputs/columns.h"
#include "inputs/json_fields.h"

namespace rapporteur {
namespace {

constexpr std::string_view kMark = "\xEF\xBB\xBF";

Result<Article> ArticleOfJson(std::string_view bytes, const ArticleOptions& options) {
  auto text = DecodeReport(bytes, options.decode);
  if (!text.ok()) return text.error();
  std::string_view utf8 = text->utf8;
  if (utf8.starts_with(kMark)) utf8.remove_prefix(kMark.size());
  auto fields = ReadJsonFields(utf8);
  if (!fields.ok()) return fields.error();
  return ArticleOfFields(*fields, options);
}

Error TooLarge(const ArticleOptions& options) {
  return {ErrorCode::kLimit,
          "larger than " + std::to_string(options.max_row_bytes >> 20U) + " MiB, the limit for one article"};
}

ArticleRow RowOf(RowPosition at, std::string bytes, const std::shared_ptr<const ArticleOptions>& options) {
  return {at, std::make_shared<const std::string>(std::move(bytes)),
          [options](std::string_view piece) { return ArticleOfJson(piece, *options); }};
}

class Lines : public RowSource {
 public:
  Lines(ByteWindow window, const ArticleOptions& options)
      : window_(std::move(window)), options_(std::make_shared<const ArticleOptions>(options)) {}

  std::optional<ArticleRow> Next() override {
    while (true) {
      const RowPosition at{row_, window_.line(), window_.byte()};
      size_t searched = 0;
      size_t end = std::string_view::npos;
      bool large = false;
      while (true) {
        end = window_.view().find('\n', searched);
        if (end != std::string_view::npos) break;
        searched = window_.view().size();
        if (searched > options_->max_row_bytes) {
          large = true;
          window_.Skip(searched);
          searched = 0;
        }
        if (!window_.More()) break;
      }
      if (end == std::string_view::npos && window_.fault()) return Fault(at);
      std::string line(window_.view().substr(0, end));
      window_.Skip(end == std::string_view::npos ? line.size() : end + 1);
      if (large || line.size() > options_->max_row_bytes) {
        ++row_;
        return BadRow(at, TooLarge(*options_));
      }
      if (line.ends_with('\r')) line.pop_back();
      if (!Trimmed(line).empty() && line != "\x1E" && line != kMark) {
        ++row_;
        return RowOf(at, std::move(line), options_);
      }
      if (end == std::string_view::npos) return std::nullopt;
    }
  }

 private:
  std::optional<ArticleRow> Fault(RowPosition at) {
    window_.Skip(window_.view().size());
    if (told_) return std::nullopt;
    told_ = true;
    return FaultRow(at, *window_.fault());
  }

  ByteWindow window_;
  std::shared_ptr<const ArticleOptions> options_;
  uint64_t row_ = 1;
  bool told_ = false;
};

// Follows brackets and strings byte by byte, to find where a value ends.
class Brackets {
 public:
  // True when the value is complete with this byte.
  bool Feed(char c) {
    if (in_string_) {
      if (escaped_) {
        escaped_ = false;
      } else if (c == '\\') {
        escaped_ = true;
      } else if (c == '"') {
        in_string_ = false;
      }
      return false;
    }
    if (c == '"') in_string_ = true;
    if (c == '{' || c == '[') ++depth_;
    if (c == '}' || c == ']') --depth_;
    return depth_ <= 0 && (c == '}' || c == ']');
  }

  bool in_string() const { return in_string_; }
  int depth() const { return depth_; }

 private:
  int depth_ = 0;
  bool in_string_ = false, escaped_ = false;
};

class Objects : public RowSource {
 public:
  Objects(ByteWindow window, const ArticleOptions& options)
      : window_(std::move(window)), options_(std::make_shared<const ArticleOptions>(options)) {}

  std::optional<ArticleRow> Next() override {
    if (ended_ || !FindValue()) return End();
    const RowPosition at{row_++, window_.line(), window_.byte()};
    const char first = window_.view().front();
    if (first != '{' && first != '[') {
      SkipScalar();
      return BadRow(at, {ErrorCode::kFormat, "found a single value, expected an object"});
    }
    Brackets brackets;
    std::string bytes;
    bool large = false;
    while (true) {
      const std::string_view view = window_.view();
      size_t count = 0;
      bool complete = false;
      while (count < view.size() && !complete) complete = brackets.Feed(view[count++]);
      if (!large) bytes.append(view.substr(0, count));
      window_.Skip(count);
      if (bytes.size() > options_->max_row_bytes) {
        large = true;
        bytes.clear();
      }
      if (complete) break;
      if (!window_.More()) return CutOff(at);
    }
    if (large) return BadRow(at, TooLarge(*options_));
    return RowOf(at, std::move(bytes), options_);
  }

 private:
  // To the next value; false at the end of the list or the input.
  bool FindValue() {
    while (true) {
      std::string_view view = window_.Peek(1);
      if (view.empty()) return false;
      const char c = view.front();
      if (c == ']' || c == '}') return false;
      if (!IsBlankByte(c) && c != ',' && c != '\x1E') return true;
      window_.Skip(1);
    }
  }

  void SkipScalar() {
    Brackets brackets;
    while (!window_.Peek(1).empty()) {
      const char c = window_.view().front();
      if (!brackets.in_string() && (c == ',' || c == ']' || c == '}' || c == '{' || c == '[')) return;
      brackets.Feed(c);
      window_.Skip(1);
    }
  }

  std::optional<ArticleRow> CutOff(RowPosition at) {
    ended_ = true;
    if (window_.fault()) return FaultRow(at, *window_.fault());
    return FaultRow(at, {ErrorCode::kFormat,
                         "the file ends within a JSON value; it was cut off, or a bracket is "
                         "missing"});
  }

  std::optional<ArticleRow> End() {
    const bool fault = !ended_ && window_.fault().has_value();
    ended_ = true;
    if (!fault) return std::nullopt;
    return FaultRow({row_, window_.line(), window_.byte()}, *window_.fault());
  }

  ByteWindow window_;
  std::shared_ptr<const ArticleOptions> options_;
  uint64_t row_ = 1;
  bool ended_ = false;
};

size_t SkipBlank(std::string_view text, size_t at) {
  while (at < text.size() && (IsBlankByte(text[at]) || text[at] == '\x1E')) ++at;
  return at;
}

// The end of the first value, or npos when the text ends within it.
size_t EndOfValue(std::string_view text, size_t at) {
  Brackets brackets;
  for (; at < text.size(); ++at) {
    if (brackets.Feed(text[at])) return at + 1;
  }
  return std::string_view::npos;
}

bool HoldsArticles(std::string_view key) {
  static constexpr std::array<std::string_view, 13> kKeys = {"articles",  "items",   "results", "data", "docs",
                                                             "documents", "entries", "stories", "news", "rows",
                                                             "records",   "hits",    "posts"};
  return std::find(kKeys.begin(), kKeys.end(), LowerBytes(key)) != kKeys.end();
}

bool BeginsObject(std::string_view text, size_t at) {
  at = SkipBlank(text, at);
  if (at >= text.size() || text[at] != '{') return false;
  at = SkipBlank(text, at + 1);
  return at >= text.size() || text[at] == '"' || text[at] == '}';
}

// Within the first object, the place after the bracket of a list of objects under a key that holds articles; npos when
// there is none. A text beside the list means that the object is an article itself.
size_t FindList(std::string_view text, size_t at) {
  constexpr int kDeepest = 2;
  Brackets brackets;
  size_t key_begin = 0;
  std::string_view key;
  for (; at < text.size(); ++at) {
    const bool was_string = brackets.in_string();
    if (brackets.Feed(text[at])) break;
    if (!was_string && brackets.in_string()) key_begin = at + 1;
    if (was_string && !brackets.in_string()) key = text.substr(key_begin, at - key_begin);
    if (brackets.in_string() || brackets.depth() > kDeepest || text[at] != ':') continue;
    const auto use = UseOfColumn(key, {});
    if (brackets.depth() == 1 && use && use->part == ArticlePart::kText) return std::string_view::npos;
    const size_t value = SkipBlank(text, at + 1);
    if (value < text.size() && text[value] == '[' && HoldsArticles(key) && BeginsObject(text, value + 1)) {
      return value + 1;
    }
  }
  return std::string_view::npos;
}

}  // namespace

std::unique_ptr<RowSource> JsonLineRows(ByteWindow window, const ArticleOptions& options) {
  return std::make_unique<Lines>(std::move(window), options);
}

std::unique_ptr<RowSource> JsonObjectRows(ByteWindow window, const ArticleOptions& options) {
  return std::make_unique<Objects>(std::move(window), options);
}

std::optional<JsonLayout> LayoutOfJson(std::string_view beginning) {
  const size_t mark = beginning.starts_with(kMark) ? kMark.size() : 0;
  const size_t begin = SkipBlank(beginning, mark);
  if (begin >= beginning.size()) return std::nullopt;
  if (beginning[begin] == '[') {
    if (!BeginsObject(beginning, begin + 1)) return std::nullopt;
    return JsonLayout{false, begin + 1};
  }
  if (!BeginsObject(beginning, begin)) return std::nullopt;
  const size_t line_end = beginning.find('\n', begin);
  const size_t next = line_end == std::string_view::npos ? beginning.size() : SkipBlank(beginning, line_end);
  const bool next_begins = next < beginning.size() && line_end + 1 <= next && BeginsObject(beginning, next);
  const size_t end = EndOfValue(beginning, begin);
  if (end <= line_end && next_begins) return JsonLayout{true, mark};  // one object a line
  if (const size_t list = FindList(beginning, begin); list != std::string_view::npos) return JsonLayout{false, list};
  // The first line may be broken, or longer than what is seen here.
  const bool lines = end <= line_end || line_end == std::string_view::npos || next_begins;
  return JsonLayout{lines, lines ? mark : begin};
}

}  // namespace rapporteur
