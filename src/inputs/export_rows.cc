#include "inputs/export_rows.h"

#include <algorithm>
#include <string>

#include "inputs/clean.h"
#include "inputs/export_lines.h"

namespace rapporteur {
namespace {

enum class Boundary { kNone, kBefore, kAfter };  // a document begins with this line, or ends with it

struct Kind {
  Boundary (*boundary)(std::string_view line);
  bool (*any_document)(std::string_view text);
  Result<Article> (*article)(std::string_view utf8, const ArticleOptions& options);
  const char* service;
  const char* expected;
};

// "1 of 500 DOCUMENTS", "Document 1 of 500".
bool IsCounted(std::string_view line) {
  constexpr size_t kLongest = 60;
  if (line.size() > kLongest) return false;
  const bool before = BeginsWithWord(line, "document ");
  if (before) line = Trimmed(line.substr(9));
  const size_t of = LowerBytes(line).find(" of ");
  if (of == std::string::npos || DecimalNumber(line.substr(0, of)) < 1) return false;
  std::string_view rest = line.substr(of + 4);
  const size_t end = std::min(rest.find(' '), rest.size());
  if (DecimalNumber(rest.substr(0, end)) < 1) return false;
  rest = Trimmed(rest.substr(end));
  return before ? rest.empty() : SameWord(rest, "documents") || SameWord(rest, "document");
}

Boundary NexisBoundary(std::string_view line) {
  if (IsCounted(line)) return Boundary::kBefore;
  return SameWord(line, "end of document") ? Boundary::kAfter : Boundary::kNone;
}

// "Document LBA0000020190312ef3c000xy", also after the tag AN.
Boundary FactivaBoundary(std::string_view line) {
  constexpr size_t kShortest = 15;
  if (line.starts_with("AN ")) line = Trimmed(line.substr(3));
  if (!line.starts_with("Document ")) return Boundary::kNone;
  const std::string_view name = Trimmed(line.substr(9));
  const bool all = std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  });
  const bool digit = name.find_first_of("0123456789") != std::string_view::npos;
  return all && digit && name.size() >= kShortest ? Boundary::kAfter : Boundary::kNone;
}

bool BeginsLine(std::string_view text, std::initializer_list<std::string_view> labels) {
  while (!text.empty()) {
    const std::string_view line = Trimmed(TakeLine(text));
    for (const std::string_view label : labels) {
      if (BeginsWithWord(line, label)) return true;
    }
  }
  return false;
}

bool HasNexisLabels(std::string_view text) { return BeginsLine(text, {"length:", "load-date:", "body:"}); }

bool HasFactivaLines(std::string_view text) {
  while (!text.empty()) {
    const std::string_view line = Trimmed(TakeLine(text));
    if (IsWordCount(line) || FactivaBoundary(line) == Boundary::kAfter) return true;
    if (line.starts_with("WC") && IsWordCount(Trimmed(line.substr(2)))) return true;
  }
  return false;
}

constexpr Kind kNexisKind = {NexisBoundary, HasNexisLabels, ArticleOfNexis, "Nexis",
                             "lines such as \"LENGTH: 512 words\" or \"Load-Date: March 12, 2019\""};
constexpr Kind kFactivaKind = {FactivaBoundary, HasFactivaLines, ArticleOfFactiva, "Factiva",
                               "lines such as \"512 words\" and \"Document LBA0000020190312ef3c000xy\""};

class Documents : public RowSource {
 public:
  Documents(ByteWindow window, const Kind& kind, const ArticleOptions& options)
      : window_(std::move(window)), kind_(kind), options_(std::make_shared<const ArticleOptions>(options)) {}

  std::optional<ArticleRow> Next() override {
    if (ended_ && row_ == 1 && !told_) {
      told_ = true;
      return FaultRow({}, {ErrorCode::kFormat,
                           std::string("found no document of ") + kind_.service + ", expected " + kind_.expected});
    }
    while (!ended_) {
      RowPosition at{row_, window_.line(), window_.byte()};
      bool large = false;
      std::string text = NextDocument(at, large);
      if (window_.fault() && ended_) return FaultRow(at, *window_.fault());
      if (large) {
        ++row_;
        return BadRow(
            at, {ErrorCode::kLimit, "the document is larger than " + std::to_string(options_->max_row_bytes >> 20U) +
                                        " MiB, the limit for one article"});
      }
      if (!kind_.any_document(text)) continue;  // a cover, a list of contents, a search's summary
      ++row_;
      return ArticleRow{at, std::make_shared<const std::string>(std::move(text)),
                        [article = kind_.article, options = options_](std::string_view bytes) -> Result<Article> {
                          auto utf8 = DecodeReport(bytes, options->decode);
                          if (!utf8.ok()) return utf8.error();
                          return article(utf8->utf8, *options);
                        }};
    }
    return row_ == 1 && !told_ ? Next() : std::nullopt;
  }

 private:
  // The lines up to the end of a document; ended_ at the end of the input.
  std::string NextDocument(RowPosition& at, bool& large) {
    std::string text;
    while (true) {
      const std::string_view line = PeekLine();
      if (line.empty()) {
        ended_ = true;
        return text;
      }
      const Boundary boundary = kind_.boundary(Trimmed(line));
      if (boundary == Boundary::kBefore && !text.empty()) return text;
      large = large || text.size() + line.size() > options_->max_row_bytes;
      if (large) {
        text.assign(1, '\n');
      } else {
        text.append(line);
      }
      if (text.size() == line.size()) at = {row_, window_.line(), window_.byte()};
      window_.Skip(line.size());
      if (boundary == Boundary::kAfter) return text;
    }
  }

  // The next line with its end, or a piece of one that is longer than any line of such a file.
  std::string_view PeekLine() {
    constexpr size_t kLongest = 1U << 20U;
    size_t searched = 0;
    while (true) {
      const std::string_view view = window_.view();
      const size_t end = view.find('\n', searched);
      if (end != std::string_view::npos) return view.substr(0, end + 1);
      searched = view.size();
      if (searched >= kLongest || !window_.More()) return window_.view();
    }
  }

  ByteWindow window_;
  Kind kind_;
  std::shared_ptr<const ArticleOptions> options_;
  uint64_t row_ = 1;
  bool ended_ = false, told_ = false;
};

}  // namespace

std::unique_ptr<RowSource> NexisRows(ByteWindow window, const ArticleOptions& options) {
  return std::make_unique<Documents>(std::move(window), kNexisKind, options);
}

std::unique_ptr<RowSource> FactivaRows(ByteWindow window, const ArticleOptions& options) {
  return std::make_unique<Documents>(std::move(window), kFactivaKind, options);
}

bool LooksLikeNexis(std::string_view beginning) {
  const bool length = BeginsLine(beginning, {"length: "});
  if (length && BeginsLine(beginning, {"load-date: ", "end of document"})) return true;
  std::string_view rest = beginning;
  while (!rest.empty()) {
    if (IsCounted(Trimmed(TakeLine(rest)))) return length;
  }
  return false;
}

bool LooksLikeFactiva(std::string_view beginning) {
  std::string_view rest = beginning;
  bool words = false;
  while (!rest.empty()) {
    const std::string_view line = Trimmed(TakeLine(rest));
    words = words || IsWordCount(line) || (line.starts_with("WC") && IsWordCount(Trimmed(line.substr(2))));
    if (words && FactivaBoundary(line) == Boundary::kAfter) return true;
  }
  return false;
}

}  // namespace rapporteur
