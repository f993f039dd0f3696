#include "inputs/page.h"

#include <algorithm>

#include "inputs/clean.h"
#include "inputs/columns.h"
#include "inputs/html_tree.h"
#include "inputs/page_facts.h"
#include "inputs/page_text.h"

namespace rapporteur {
namespace {

constexpr size_t kLongestShown = 60;
constexpr size_t kShortText = 250;  // an article of fewer bytes may be a teaser: JSON-LD may have the whole

std::string JoinParagraphs(const std::vector<std::string>& paragraphs) {
  std::string text;
  for (const std::string& paragraph : paragraphs) text += (text.empty() ? "" : "\n\n") + paragraph;
  return text;
}

// The value of charset= in a server's header or a page's <meta>, of encoding= in an XML declaration.
std::string CharsetIn(std::string_view said) {
  const std::string lower = LowerBytes(said);
  const std::string_view key = Trimmed(lower).starts_with("<?xml") ? "encoding" : "charset";
  size_t at = lower.find(key);
  if (at == std::string::npos) return {};
  at += key.size();
  while (at < lower.size() && (IsBlankByte(lower[at]) || lower[at] == '=' || lower[at] == '"' || lower[at] == '\''))
    ++at;
  const size_t end = std::min(lower.find_first_of(" \t\r\n;\"'/>", at), lower.size());
  return lower.substr(at, end - at);
}

void SetDay(const PageFacts& facts, const std::string& url, DayOrder order, Article& article) {
  for (const std::string& said : facts.published) {
    if (auto day = PublishedDay(said, order)) {
      article.published = std::move(*day);
      return;
    }
  }
  if (auto day = DayOfAddress(url)) {
    article.published = std::move(*day);
    article.notes.emplace_back("published: taken from the address");
    return;
  }
  for (const std::string& shown : facts.shown_days) {
    if (auto day = PublishedDay(shown, order)) {
      article.published = std::move(*day);
      article.notes.emplace_back("published: read where the page shows \"" + CutTo(OnOneLine(shown), kLongestShown) +
                                 "\"");
      return;
    }
  }
  if (!facts.published.empty()) {
    SetPublished(facts.published.front(), order, article);
  }
}

}  // namespace

Result<ReportText> DecodeMarkup(std::string_view bytes, std::string_view server_charset,
                                const ArticleOptions& options) {
  constexpr size_t kHead = 4096;
  auto text = DecodeReport(bytes, options.decode);
  if (!text.ok() || options.decode.encoding != EncodingChoice::kDetect) return text;
  if (text->encoding == Encoding::kUtf16 || (text->encoding == Encoding::kUtf8 && text->replaced_bytes == 0))
    return text;
  std::string charset = CharsetIn("charset=" + std::string(server_charset));
  if (server_charset.empty()) charset = CharsetIn(bytes.substr(0, kHead));
  auto choice = EncodingNamed(charset);
  if (!choice.ok()) return text;
  DecodeOptions decode = options.decode;
  decode.encoding = *choice == EncodingChoice::kLatin1 ? EncodingChoice::kWindows1252 : *choice;
  if (decode.encoding == EncodingChoice::kUtf16 || decode.encoding == EncodingChoice::kDetect) return text;
  return DecodeReport(bytes, decode);
}

Result<Article> ReadPageBytes(std::string_view bytes, const PageOrigin& origin, const ArticleOptions& options) {
  if (bytes.size() > options.max_row_bytes) {
    return Error{ErrorCode::kLimit, "the page is larger than " + std::to_string(options.max_row_bytes >> 20U) +
                                        " MiB, the limit for one article"};
  }
  auto text = DecodeMarkup(bytes, origin.charset, options);
  if (!text.ok()) return text.error();
  return ReadPage(text->utf8, options, origin);
}

Result<Article> ReadPage(std::string_view utf8, const ArticleOptions& options, const PageOrigin& origin) {
  auto tree = HtmlTree::Parse(utf8);
  if (!tree.ok()) return tree.error();
  PageFacts facts = ReadPageFacts(*tree);
  std::string body = JoinParagraphs(MainText(*tree, facts.title));
  if (body.size() < kShortText && facts.body.size() > body.size()) {
    body = LooksLikeHtml(facts.body) ? TextOfHtml(facts.body) : std::string(Trimmed(DecodeEntities(facts.body)));
  }
  if (body.empty()) return Error{ErrorCode::kFormat, "found no running text on the page"};
  Article article;
  article.text = facts.title.empty() ? std::move(body) : facts.title + "\n\n" + body;
  article.title = std::move(facts.title);
  article.url = origin.url.empty() ? facts.url : origin.url;
  if (!article.url.starts_with("http")) article.url.clear();
  article.publisher = facts.publisher.empty() ? HostOf(article.url) : std::move(facts.publisher);
  article.language = std::move(facts.language);
  SetDay(facts, article.url, options.day_order, article);
  return article;
}

std::string TextOfHtml(std::string_view utf8) {
  const auto tree = HtmlTree::Parse(utf8);
  return tree.ok() ? JoinParagraphs(AllText(*tree)) : std::string();
}

bool LooksLikeHtml(std::string_view text) {
  text = Trimmed(text);
  if (text.starts_with("\xEF\xBB\xBF")) text = Trimmed(text.substr(3));
  while (text.starts_with("<!--") || text.starts_with("<?xml")) {
    const std::string_view mark = text.starts_with("<?") ? "?>" : "-->";
    const size_t end = text.find(mark);
    if (end == std::string_view::npos) return false;
    text = Trimmed(text.substr(end + mark.size()));
  }
  for (const std::string_view begin :
       {"<!doctype html", "<html", "<head", "<body", "<p>", "<p ", "<div", "<article", "<section", "<main", "<h1",
        "<span", "<ul", "<table", "<figure", "<b>", "<strong"}) {
    if (BeginsWithWord(text, begin)) return true;
  }
  return false;
}

std::string HostOf(std::string_view url) {
  const size_t at = url.find("://");
  if (at == std::string_view::npos) return {};
  std::string_view host = url.substr(at + 3);
  host = host.substr(0, host.find_first_of("/?#"));
  if (const size_t user = host.rfind('@'); user != std::string_view::npos) host.remove_prefix(user + 1);
  host = host.substr(0, host.find(':'));
  std::string lower = LowerBytes(host);
  return lower.starts_with("www.") ? lower.substr(4) : lower;
}

}  // namespace rapporteur
