#include "inputs/warc_rows.h"

#include <string>

#include "inputs/clean.h"
#include "inputs/http_message.h"
#include "inputs/page.h"

namespace rapporteur {
namespace {

constexpr size_t kLongestHead = 1U << 16U;

struct RecordHead {
  std::string type, url, day, content_type;
  int64_t length = -1;
};

RecordHead ReadRecordHead(std::string_view lines) {
  RecordHead head;
  while (!lines.empty()) {
    const std::string_view line = TakeLine(lines);
    const size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    const std::string_view name = Trimmed(line.substr(0, colon));
    const std::string_view value = Trimmed(line.substr(colon + 1));
    if (SameWord(name, "warc-type")) head.type = LowerBytes(value);
    if (SameWord(name, "warc-target-uri"))
      head.url = Trimmed(value.starts_with('<') ? value.substr(1, value.size() - 2) : value);
    if (SameWord(name, "warc-date")) head.day = value.substr(0, 10);
    if (SameWord(name, "content-type")) head.content_type = LowerBytes(value);
    if (SameWord(name, "content-length")) head.length = DecimalNumber(value);
  }
  return head;
}

bool IsHtmlType(std::string_view type) {
  return type.starts_with("text/html") || type.starts_with("application/xhtml");
}

void AddOrigin(const RecordHead& head, Article& article) {
  if (article.published.empty() && !head.day.empty()) {
    article.notes.push_back("published: not found on the page, which was fetched on " + head.day);
  }
}

Result<Article> ArticleOfResponse(std::string_view message, const RecordHead& head, const ArticleOptions& options) {
  const HttpHead http = ReadHttpHead(message);
  auto body = HttpBody(message, http, options.max_row_bytes);
  if (!body.ok()) return body.error();
  auto article = ReadPageBytes(*body, {head.url, http.charset}, options);
  if (article.ok()) AddOrigin(head, *article);
  return article;
}

Result<Article> ArticleOfText(std::string_view bytes, const RecordHead& head, const ArticleOptions& options) {
  auto text = DecodeReport(bytes, options.decode);
  if (!text.ok()) return text.error();
  if (Trimmed(text->utf8).empty()) return Error{ErrorCode::kFormat, "found no text in the record"};
  Article article;
  article.text = std::move(text->utf8);
  article.url = head.url;
  article.publisher = HostOf(head.url);
  AddOrigin(head, article);
  return article;
}

class Records : public RowSource {
 public:
  Records(ByteWindow window, const ArticleOptions& options)
      : window_(std::move(window)), options_(std::make_shared<const ArticleOptions>(options)) {}

  std::optional<ArticleRow> Next() override {
    while (!ended_) {
      if (auto row = NextRecord()) return row;
    }
    return std::nullopt;
  }

  uint64_t passed_over() const override { return passed_over_; }

 private:
  // A row, or none for a record that holds no page.
  std::optional<ArticleRow> NextRecord() {
    SkipBlankLines();
    at_ = {row_, 0, window_.byte()};
    const std::string_view begin = window_.Peek(kLongestHead);
    if (begin.empty()) return End();
    const size_t crlf = begin.find("\r\n\r\n");
    const size_t lf = begin.find("\n\n");
    if (!begin.starts_with("WARC/")) return Damaged("found no WARC record where one should begin");
    if (crlf == std::string_view::npos && lf == std::string_view::npos) {
      return begin.size() < kLongestHead ? CutOff() : Damaged("the record's header has no end");
    }
    const size_t head_size = crlf < lf ? crlf + 4 : lf + 2;
    const RecordHead head = ReadRecordHead(begin.substr(0, head_size));
    if (head.length < 0) return Damaged("the record's header has no Content-Length");
    window_.Skip(head_size);
    return Block(head);
  }

  std::optional<ArticleRow> Block(const RecordHead& head) {
    const auto length = static_cast<uint64_t>(head.length);
    const bool response = head.type == "response" && !head.content_type.starts_with("text/dns");
    const bool plain =
        (head.type == "resource" || head.type == "conversion") && head.content_type.starts_with("text/plain");
    const bool page = head.type == "resource" && IsHtmlType(head.content_type);
    if (!response && !plain && !page) return PassOver(length);
    if (response) {
      const HttpHead http = ReadHttpHead(window_.Peek(std::min<uint64_t>(length, kLongestHead)));
      const bool html = http.type.empty() || IsHtmlType(http.type);
      if (http.status != 200 || !html) return PassOver(length);
    }
    if (length > options_->max_row_bytes) {
      if (!window_.Discard(length)) return CutOff();
      ++row_;
      return BadRow(at_,
                    {ErrorCode::kLimit, "the record is larger than " + std::to_string(options_->max_row_bytes >> 20U) +
                                            " MiB, the limit for one article"});
    }
    const std::string_view block = window_.Peek(length);
    if (block.size() < length) return CutOff();
    auto bytes = std::make_shared<const std::string>(block);
    window_.Skip(length);
    ++row_;
    const auto unwrap = [head, response, plain, options = options_](std::string_view message) {
      if (response) return ArticleOfResponse(message, head, *options);
      return plain ? ArticleOfText(message, head, *options) : ReadPageBytes(message, {head.url, ""}, *options);
    };
    return ArticleRow{at_, std::move(bytes), unwrap};
  }

  std::optional<ArticleRow> PassOver(uint64_t length) {
    if (!window_.Discard(length)) return CutOff();
    ++passed_over_;
    return std::nullopt;
  }

  void SkipBlankLines() {
    while (!window_.Peek(1).empty() && (window_.view().front() == '\r' || window_.view().front() == '\n'))
      window_.Skip(1);
  }

  // To the next line that begins a record.
  ArticleRow Damaged(const std::string& what) {
    ++row_;
    ArticleRow row = BadRow(at_, {ErrorCode::kFormat, what});
    bool first = true;
    while (!window_.Peek(5).empty() && (first || window_.view().substr(0, 5) != "WARC/")) {
      first = false;
      size_t end = window_.view().find('\n');
      while (end == std::string_view::npos && window_.view().size() < kLongestHead && window_.More()) {
        end = window_.view().find('\n');
      }
      window_.Skip(end == std::string_view::npos ? window_.view().size() : end + 1);
    }
    return row;
  }

  std::optional<ArticleRow> End() {
    ended_ = true;
    if (!window_.fault()) return std::nullopt;
    return FaultRow(at_, *window_.fault());
  }

  ArticleRow CutOff() {
    ended_ = true;
    if (window_.fault()) return FaultRow(at_, *window_.fault());
    return FaultRow(at_, {ErrorCode::kFormat, "the archive ends within a record; it was cut off"});
  }

  ByteWindow window_;
  std::shared_ptr<const ArticleOptions> options_;
  RowPosition at_;
  uint64_t row_ = 1, passed_over_ = 0;
  bool ended_ = false;
};

}  // namespace

std::unique_ptr<RowSource> WarcRows(ByteWindow window, const ArticleOptions& options) {
  return std::make_unique<Records>(std::move(window), options);
}

}  // namespace rapporteur
