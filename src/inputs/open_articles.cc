#include "inputs/open_articles.h"

#include <algorithm>
#include <array>

#include "inputs/clean.h"
#include "inputs/export_rows.h"
#include "inputs/factiva_page.h"
#include "inputs/feed_rows.h"
#include "inputs/gzip.h"
#include "inputs/json_rows.h"
#include "inputs/page.h"
#include "inputs/table_rows.h"
#include "inputs/warc_rows.h"
#include "inputs/window.h"

namespace rapporteur {
namespace {

constexpr size_t kBeginning = 1U << 16U;

struct OtherFormat {
  std::string_view begins;
  std::string_view what;
};

// Formats that are not read, by their first bytes.
constexpr std::array kOtherFormats = {
    OtherFormat{"%PDF-", "a PDF; turn it into text first (pdftotext)"},
    OtherFormat{"PK\x03\x04", "a ZIP archive (perhaps .docx, .xlsx or .epub); unpack it, or save it as text"},
    OtherFormat{"{\\rtf", "RTF; save it as text"},
    OtherFormat{"\xD0\xCF\x11\xE0", "an old Word or Excel file; save it as text or CSV"},
    OtherFormat{"BZh", "bzip2; unpack it first (bunzip2)"},
    OtherFormat{"\xFD"
                "7zXZ",
                "xz; unpack it first (unxz)"},
    OtherFormat{"\x28\xB5\x2F\xFD", "zstd; unpack it first (unzstd)"},
    OtherFormat{"filedesc:", "an ARC archive; turn it into WARC first (warcio recompress)"},
    OtherFormat{"\x89PNG", "a picture (PNG); only text is read"},
    OtherFormat{"\xFF\xD8\xFF", "a picture (JPEG); only text is read"},
    OtherFormat{"GIF8", "a picture (GIF); only text is read"},
    OtherFormat{"SQLite format 3", "an SQLite database; export its table as CSV or JSON"},
};

// One report: all bytes of the input, at most `max_bytes`.
class Whole : public RowSource {
 public:
  Whole(ByteWindow window, InputFormat format, const ArticleOptions& options)
      : window_(std::move(window)), format_(format), options_(std::make_shared<const ArticleOptions>(options)) {}

  std::optional<ArticleRow> Next() override {
    if (given_) return std::nullopt;
    given_ = true;
    const bool page = format_ == InputFormat::kHtml;
    const uint64_t most = page ? options_->max_row_bytes : options_->decode.max_bytes;
    const std::string_view bytes = window_.Peek(most + 1);
    if (window_.fault()) return FaultRow({}, *window_.fault());
    if (bytes.size() > most) {
      return BadRow({}, {ErrorCode::kLimit, "found more than " + std::to_string(most >> 20U) +
                                                " MiB, the limit for one report; split the file"});
    }
    auto held = std::make_shared<const std::string>(bytes);
    window_.Skip(bytes.size());
    if (page) {
      return ArticleRow{
          {}, std::move(held), [options = options_](std::string_view all) { return ReadPageBytes(all, {}, *options); }};
    }
    return ArticleRow{{}, std::move(held), [options = options_](std::string_view all) -> Result<Article> {
                        auto text = DecodeReport(all, options->decode);
                        if (!text.ok()) return text.error();
                        Article article;
                        article.text = std::move(text->utf8);
                        return article;
                      }};
  }

 private:
  ByteWindow window_;
  InputFormat format_;
  std::shared_ptr<const ArticleOptions> options_;
  bool given_ = false;
};

// "news.csv.gz" ends in ".csv".
std::string Extension(std::string_view name) {
  std::string lower = LowerBytes(name);
  if (lower.ends_with(".gz")) lower.resize(lower.size() - 3);
  const size_t dot = lower.rfind('.');
  return dot == std::string::npos || lower.find('/', dot) != std::string::npos ? std::string() : lower.substr(dot);
}

// The name of the root element of XML that begins like this, without its prefix; empty when there is none.
std::string_view RootOf(std::string_view text) {
  text = Trimmed(text);
  while (text.starts_with("<?") || text.starts_with("<!")) {
    const bool subset = text.find('[') < text.find('>');  // of a document type with declarations of its own
    const std::string_view mark = text.starts_with("<?")     ? "?>"
                                  : text.starts_with("<!--") ? "-->"
                                  : subset                   ? "]>"
                                                             : ">";
    const size_t end = text.find(mark);
    if (end == std::string_view::npos) return {};
    text = Trimmed(text.substr(end + mark.size()));
  }
  if (!text.starts_with('<')) return {};
  text = text.substr(1, text.find_first_of(" \t\r\n/>", 1) - 1);
  return text.substr(text.find(':') + 1);
}

Result<InputFormat> DetectMarkup(std::string_view beginning) {
  const std::string_view root = RootOf(beginning);
  if (root == "rss" || root == "RDF" || root == "feed") return InputFormat::kFeed;
  if (LooksLikeHtml(beginning)) return LooksLikeFactivaPage(beginning) ? InputFormat::kFactiva : InputFormat::kHtml;
  if (Trimmed(beginning).starts_with("<?xml") && !root.empty()) {
    return Error{ErrorCode::kFormat, "found XML with the root <" + CutTo(root, 40) +
                                         ">; of XML, RSS and Atom feeds and XHTML pages are read (--from text reads it "
                                         "as it stands)"};
  }
  return InputFormat::kText;
}

// By its mark, or, little-endian, by a zero after nearly every one of the first bytes.
bool IsUtf16(std::string_view bytes) {
  constexpr size_t kFewest = 16;
  constexpr size_t kLooked = 512;
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return true;
  bytes = bytes.substr(0, kLooked);
  if (bytes.size() < kFewest) return false;
  size_t zeros = 0;
  for (size_t i = 0; i + 1 < bytes.size(); i += 2) {
    if (bytes[i] == '\0') return false;
    zeros += bytes[i + 1] == '\0' ? 1 : 0;
  }
  return zeros * 10 >= bytes.size() / 2 * 9;
}

// Whether more than one byte in twenty is of a kind that no text has.
bool IsBinary(std::string_view beginning) {
  const auto count = std::count_if(beginning.begin(), beginning.end(), [](char c) {
    return (c >= '\0' && c < '\t') || (c > '\r' && c < ' ' && c != '\x1B') || c == '\x7F';
  });
  return static_cast<size_t>(count) * 20 > beginning.size();
}

// Lines that end in carriage returns alone, of a format that is read line by line.
bool HasOldLineEnds(std::string_view beginning, std::string_view name, const ArticleOptions& options) {
  if (beginning.find('\r') == std::string_view::npos || beginning.find('\n') != std::string_view::npos) return false;
  if (options.format) {
    return options.format == InputFormat::kCsv || options.format == InputFormat::kTsv ||
           options.format == InputFormat::kJsonLines;
  }
  const std::string extension = Extension(name);
  return extension == ".csv" || extension == ".tsv" || extension == ".tab" || extension == ".jsonl" ||
         extension == ".ndjson" || DelimiterOf(beginning.substr(0, beginning.find('\r')), options.columns) != 0;
}

char DelimiterFor(InputFormat format, std::string_view beginning, const ColumnMap& columns) {
  if (format == InputFormat::kTsv) return '\t';
  const char found = DelimiterOf(beginning, columns);
  return found == 0 ? ',' : found;
}

Result<std::unique_ptr<RowSource>> OpenRows(InputFormat format, ByteWindow window, const ArticleOptions& options) {
  const std::string_view beginning = window.Peek(kBeginning);
  switch (format) {
    case InputFormat::kText:
    case InputFormat::kHtml:
      return std::unique_ptr<RowSource>(std::make_unique<Whole>(std::move(window), format, options));
    case InputFormat::kJsonLines:
    case InputFormat::kJson: {
      const auto layout = LayoutOfJson(beginning);
      const bool lines = format == InputFormat::kJsonLines;
      window.Skip(layout && layout->lines == lines ? layout->begin : 0);
      if (!lines && (!layout || layout->lines) && Trimmed(window.view().substr(0, 8)).starts_with('[')) {
        window.Skip(window.view().find('[') + 1);
      }
      return lines ? JsonLineRows(std::move(window), options) : JsonObjectRows(std::move(window), options);
    }
    case InputFormat::kCsv:
    case InputFormat::kTsv:
      return TableRows(std::move(window), DelimiterFor(format, beginning, options.columns), options);
    case InputFormat::kFeed:
      return FeedRows(std::move(window), options);
    case InputFormat::kWarc:
      return WarcRows(std::move(window), options);
    case InputFormat::kNexis:
      return NexisRows(std::move(window), options);
    case InputFormat::kFactiva:
      if (LooksLikeFactivaPage(beginning)) return FactivaPageRows(std::move(window), options);
      return FactivaRows(std::move(window), options);
    case InputFormat::kParquet:
      break;
  }
  return Error{
      ErrorCode::kUsage,
      "found Parquet, which this program was built without DuckDB to read; run cmake/get_duckdb.sh and build it "
      "again, or turn the file into CSV or JSON Lines first"};
}

}  // namespace

Result<InputFormat> DetectFormat(std::string_view beginning, std::string_view name, const ArticleOptions& options) {
  for (const OtherFormat& other : kOtherFormats) {
    if (beginning.starts_with(other.begins)) {
      return Error{ErrorCode::kFormat, "found " + std::string(other.what)};
    }
  }
  if (beginning.starts_with("PAR1")) return InputFormat::kParquet;
  if (beginning.starts_with("WARC/")) return InputFormat::kWarc;
  if (IsBinary(beginning)) {
    return Error{ErrorCode::kFormat,
                 "found bytes that are no text, as of a picture or a program; turn the file into text first, or name "
                 "its format with --from"};
  }
  const bool mark = beginning.starts_with("\xEF\xBB\xBF");
  const std::string_view text = Trimmed(beginning.substr(mark ? 3 : 0));
  const std::string extension = Extension(name);
  if (text.starts_with('<')) return DetectMarkup(text);
  if (const auto json = LayoutOfJson(text)) return json->lines ? InputFormat::kJsonLines : InputFormat::kJson;
  if (DelimiterOf(beginning, options.columns) != 0) return InputFormat::kCsv;
  if (LooksLikeNexis(text)) return InputFormat::kNexis;
  if (LooksLikeFactiva(text)) return InputFormat::kFactiva;
  // The bytes do not tell: a name that promises a table or JSON is believed, so that what is wrong with it is told.
  if (extension == ".csv") return InputFormat::kCsv;
  if (extension == ".tsv" || extension == ".tab") return InputFormat::kTsv;
  if (extension == ".jsonl" || extension == ".ndjson") return InputFormat::kJsonLines;
  if (extension == ".json") return InputFormat::kJson;
  if (extension == ".html" || extension == ".htm" || extension == ".xhtml") return InputFormat::kHtml;
  if (extension == ".warc") return InputFormat::kWarc;
  return InputFormat::kText;
}

bool IsArticleFile(std::string_view name) {
  static constexpr std::array<std::string_view, 15> kExtensions = {".txt",    ".html", ".htm", ".xhtml", ".jsonl",
                                                                   ".ndjson", ".json", ".csv", ".tsv",   ".tab",
                                                                   ".rss",    ".atom", ".xml", ".warc",  ".parquet"};
  return std::find(kExtensions.begin(), kExtensions.end(), Extension(name)) != kExtensions.end();
}

Result<OpenedArticles> OpenArticles(std::unique_ptr<ByteSource> bytes, std::string_view name,
                                    const ArticleOptions& options) {
  constexpr int kMostWrappings = 3;  // gzip in gzip, UTF-16 in gzip, old line ends in that
  auto window = std::make_unique<ByteWindow>(std::move(bytes));
  InputFormat format = InputFormat::kText;
  for (int wrapping = 0;; ++wrapping) {
    const std::string_view beginning = window->Peek(kBeginning);
    if (beginning.empty() && window->fault()) return *window->fault();
    const bool gzip = IsGzip(beginning) && options.format != InputFormat::kText;
    const bool utf16 = IsUtf16(beginning) && options.decode.encoding == EncodingChoice::kDetect;
    if (wrapping < kMostWrappings && gzip) {
      window = std::make_unique<ByteWindow>(GzipBytes(WindowBytes(std::move(window))));
      continue;
    }
    if (wrapping < kMostWrappings && utf16) {
      window = std::make_unique<ByteWindow>(Utf16Bytes(WindowBytes(std::move(window))));
      continue;
    }
    if (wrapping < kMostWrappings && HasOldLineEnds(beginning, name, options)) {
      window = std::make_unique<ByteWindow>(ReturnsAsLines(WindowBytes(std::move(window))));
      continue;
    }
    auto detected = options.format ? Result<InputFormat>(*options.format) : DetectFormat(beginning, name, options);
    if (!detected.ok()) return detected.error();
    format = *detected;
    break;
  }
  auto rows = format == InputFormat::kParquet && options.parquet ? options.parquet(std::string(name), options)
                                                                 : OpenRows(format, std::move(*window), options);
  if (!rows.ok()) return rows.error();
  return OpenedArticles{std::move(rows).value(), format};
}

}  // namespace rapporteur
