#include "inputs/table_rows.h"

#include <algorithm>
#include <array>
#include <utility>

#include "inputs/clean.h"
#include "inputs/columns.h"

namespace rapporteur {
namespace {

constexpr std::string_view kMark = "\xEF\xBB\xBF";
constexpr uint64_t kMostOpenQuotes = 1000;

// Follows the quotes of a record byte by byte. A quote opens a cell only as its first byte.
class Quotes {
 public:
  explicit Quotes(char delimiter) : delimiter_(delimiter) {}

  // True when `c` is a line end that ends the record.
  bool Feed(char c) {
    if (quoted_) {
      if (c == '"') quoted_ = false;
      begins_cell_ = false;
      after_quote_ = !quoted_;  // another quote right after it stands for one quote
      return false;
    }
    if (c == '"' && (begins_cell_ || after_quote_)) {
      quoted_ = true;
    } else if (c == '\n') {
      return true;
    }
    broken_ = broken_ || (after_quote_ && !quoted_ && c != delimiter_ && c != '\r' && c != '\n');
    after_quote_ = false;
    begins_cell_ = c == delimiter_;
    return false;
  }

  bool quoted() const { return quoted_; }
  // A closing quote stood within a cell: it closed nothing, or an earlier one was never closed.
  bool broken() const { return broken_; }

 private:
  char delimiter_;
  bool quoted_ = false, begins_cell_ = true, after_quote_ = false, broken_ = false;
};

// How many bytes of `text` the first record takes, its line end included; npos when the text ends within it.
size_t RecordSize(std::string_view text, char delimiter) {
  Quotes quotes(delimiter);
  for (size_t i = 0; i < text.size(); ++i) {
    if (quotes.Feed(text[i])) return i + 1;
  }
  return std::string_view::npos;
}

std::string_view WithoutLineEnd(std::string_view record) {
  if (record.ends_with('\n')) record.remove_suffix(1);
  if (record.ends_with('\r')) record.remove_suffix(1);
  return record;
}

// The delimiter out of "sep=;", the line with which Excel is told of it, and that line's size; {0, 0} without one.
std::pair<char, size_t> SeparatorLine(std::string_view beginning) {
  std::string_view rest = beginning;
  const std::string_view line = TakeLine(rest);
  if (line.size() != 5 || !BeginsWithWord(line, "sep=")) return {0, 0};
  return {line.back(), beginning.size() - rest.size()};
}

struct Header {
  std::vector<std::string> names;
  char delimiter = ',';
};

Result<Article> ArticleOfRecord(std::string_view bytes, const Header& header, const ArticleOptions& options) {
  auto text = DecodeReport(bytes, options.decode);
  if (!text.ok()) return text.error();
  std::vector<std::string> cells = CellsOf(text->utf8, header.delimiter);
  while (cells.size() > header.names.size() && cells.back().empty()) cells.pop_back();
  if (cells.size() != header.names.size()) {
    return Error{ErrorCode::kFormat, "found " + std::to_string(cells.size()) + " cells, the first line names " +
                                         std::to_string(header.names.size()) + " columns"};
  }
  std::vector<NamedField> fields;
  fields.reserve(cells.size());
  for (size_t i = 0; i < cells.size(); ++i) fields.push_back({header.names[i], std::move(cells[i])});
  return ArticleOfFields(fields, options);
}

class Table : public RowSource {
 public:
  Table(ByteWindow window, Header header, const ArticleOptions& options)
      : window_(std::move(window)),
        header_(std::make_shared<const Header>(std::move(header))),
        options_(std::make_shared<const ArticleOptions>(options)) {}

  std::optional<ArticleRow> Next() override {
    while (!ended_) {
      const RowPosition at{row_, window_.line(), window_.byte()};
      if (window_.Peek(1).empty()) return End(at);
      Quotes quotes(header_->delimiter);
      size_t count = 0;
      bool complete = false;
      while (!complete && count <= options_->max_row_bytes && !quotes.broken()) {
        const std::string_view view = window_.view();
        while (count < view.size() && !complete) complete = quotes.Feed(view[count++]);
        if (!complete && !window_.More()) break;
      }
      if (quotes.broken()) {
        return GiveUpLine(at, {ErrorCode::kFormat,
                               "a quote within a cell is not doubled (\"\", not \\\"), or one that opens a cell is "
                               "never closed"});
      }
      if (!complete && (quotes.quoted() || count > options_->max_row_bytes)) return Overlong(at, quotes.quoted());
      if (!complete && window_.fault()) {
        window_.Skip(window_.view().size());
        return End(at);
      }
      std::string record(WithoutLineEnd(window_.view().substr(0, count)));
      window_.Skip(count);
      if (Trimmed(record).empty()) continue;
      ++row_;
      return ArticleRow{at, std::make_shared<const std::string>(std::move(record)),
                        [header = header_, options = options_](std::string_view bytes) {
                          return ArticleOfRecord(bytes, *header, *options);
                        }};
    }
    return std::nullopt;
  }

 private:
  // A quote that nothing closes swallows the records after it: only the line that it stands in is given up.
  ArticleRow GiveUpLine(RowPosition at, Error reason) {
    ++row_;
    const size_t end = window_.view().find('\n');
    auto line = std::make_shared<const std::string>(WithoutLineEnd(window_.view().substr(0, end)));
    window_.Skip(end == std::string_view::npos ? window_.view().size() : end + 1);
    if (end == std::string_view::npos) DiscardLine();
    return BadRow(at, std::move(reason), std::move(line));
  }

  // Looked through to the limit or the end of the file, which cannot be done for every line.
  ArticleRow Overlong(RowPosition at, bool quoted) {
    if (++open_quotes_ > kMostOpenQuotes) {
      ended_ = true;
      return FaultRow(at,
                      {ErrorCode::kFormat, "more than " + std::to_string(kMostOpenQuotes) +
                                               " records cannot be told apart; are the quotes doubled within cells, "
                                               "as RFC 4180 wants?"});
    }
    if (quoted) return GiveUpLine(at, {ErrorCode::kFormat, "a quote opens a cell and is never closed"});
    return GiveUpLine(at, {ErrorCode::kLimit, "larger than " + std::to_string(options_->max_row_bytes >> 20U) +
                                                  " MiB, the limit for one article"});
  }

  void DiscardLine() {
    while (!window_.Peek(1).empty()) {
      const size_t end = window_.view().find('\n');
      window_.Skip(end == std::string_view::npos ? window_.view().size() : end + 1);
      if (end != std::string_view::npos) return;
    }
  }

  std::optional<ArticleRow> End(RowPosition at) {
    ended_ = true;
    if (!window_.fault()) return std::nullopt;
    return FaultRow(at, *window_.fault());
  }

  ByteWindow window_;
  std::shared_ptr<const Header> header_;
  std::shared_ptr<const ArticleOptions> options_;
  uint64_t row_ = 1, open_quotes_ = 0;
  bool ended_ = false;
};

// How well a first record, parted like this, names the columns of articles.
struct Fit {
  size_t parts = 0;  // parts of an article that it names
  size_t cells = 0;
  bool text = false;
};

// Not the words of a sentence, which a report may begin with.
bool MayNameAColumn(std::string_view name) {
  constexpr size_t kLongest = 80;
  constexpr std::ptrdiff_t kMostSpaces = 3;
  return name.size() <= kLongest && std::count(name.begin(), name.end(), ' ') <= kMostSpaces && !name.ends_with('.');
}

Fit FitOf(const std::vector<std::string>& names, const ColumnMap& columns) {
  Fit fit;
  for (const std::string& name : names) {
    if (!MayNameAColumn(Trimmed(name))) return {};
    const auto use = UseOfColumn(Trimmed(name), columns);
    if (!use) continue;
    ++fit.parts;
    fit.text = fit.text || use->part == ArticlePart::kText || use->part == ArticlePart::kHtml;
  }
  fit.cells = names.size();
  return fit;
}

}  // namespace

std::vector<std::string> CellsOf(std::string_view record, char delimiter) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  bool begins = true;
  for (size_t i = 0; i < record.size(); ++i) {
    const char c = record[i];
    if (quoted) {
      if (c != '"') {
        cells.back().push_back(c);
      } else if (i + 1 < record.size() && record[i + 1] == '"') {
        cells.back().push_back(record[++i]);
      } else {
        quoted = false;
      }
    } else if (c == delimiter) {
      cells.emplace_back();
      begins = true;
      continue;
    } else if (c == '"' && begins) {
      quoted = true;
    } else {
      cells.back().push_back(c);
    }
    begins = false;
  }
  return cells;
}

char DelimiterOf(std::string_view beginning, const ColumnMap& columns) {
  if (beginning.starts_with(kMark)) beginning.remove_prefix(kMark.size());
  if (const char said = SeparatorLine(beginning).first) return said;
  char best = 0;
  Fit best_fit;
  for (const char delimiter : {',', '\t', ';', '|'}) {
    const size_t size = RecordSize(beginning, delimiter);
    const auto names = CellsOf(WithoutLineEnd(beginning.substr(0, size)), delimiter);
    const Fit fit = FitOf(names, columns);
    if (!fit.text || fit.cells < 2) continue;
    if (fit.parts > best_fit.parts || (fit.parts == best_fit.parts && fit.cells > best_fit.cells)) {
      best = delimiter;
      best_fit = fit;
    }
  }
  return best;
}

Result<std::unique_ptr<RowSource>> TableRows(ByteWindow window, char delimiter, const ArticleOptions& options) {
  constexpr size_t kLongestHeader = 1U << 20U;
  if (window.Peek(kMark.size()) == kMark) window.Skip(kMark.size());
  window.Skip(SeparatorLine(window.Peek(8)).second);
  size_t size = std::string_view::npos;
  for (size_t seen = 1U << 16U; seen <= kLongestHeader; seen *= 2) {
    const std::string_view beginning = window.Peek(seen);
    size = RecordSize(beginning, delimiter);
    if (size != std::string_view::npos || beginning.size() < seen) break;
  }
  const std::string_view first = window.view().substr(0, size);
  if (first.empty() && window.fault()) return *window.fault();
  if (Trimmed(first).empty())
    return Error{ErrorCode::kFormat, "found nothing, expected a first line that names the columns"};
  auto text = DecodeReport(WithoutLineEnd(first), options.decode);
  if (!text.ok()) return text.error();
  Header header{CellsOf(text->utf8, delimiter), delimiter};
  for (std::string& name : header.names) name = std::string(Trimmed(name));
  while (header.names.size() > 1 && header.names.back().empty()) header.names.pop_back();
  auto status = CheckColumns(header.names, options.columns);
  if (!status.ok()) return status.error();
  window.Skip(first.size());
  return std::unique_ptr<RowSource>(std::make_unique<Table>(std::move(window), std::move(header), options));
}

}  // namespace rapporteur
