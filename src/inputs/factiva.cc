// One document of a Factiva export: with its two-letter tags, or without.
#include <algorithm>
#include <array>
#include <map>

#include "inputs/clean.h"
#include "inputs/columns.h"
#include "inputs/export_lines.h"
#include "inputs/export_rows.h"

namespace rapporteur {
namespace {

constexpr std::array<std::string_view, 28> kTags = {"SE", "HD",  "CR",  "BY",  "WC",  "PD",  "ET", "SN", "SC", "ED",
                                                    "PG", "VOL", "LA",  "CY",  "LP",  "TD",  "CT", "RF", "CO", "IN",
                                                    "NS", "RE",  "IPC", "IPD", "PUB", "ART", "AN", "CLM"};

// The tag that begins a line, at its first byte and with white space after it; empty when there is none.
std::string_view TagOf(std::string_view line) {
  const size_t end = std::min(line.find_first_of(" \t"), line.size());
  const std::string_view name = line.substr(0, end);
  const bool known = std::find(kTags.begin(), kTags.end(), name) != kTags.end();
  // "IN  " and "IN" alone are tags; "IN BRIEF" is text.
  const bool apart = end == line.size() || line[end] == '\t' || line.substr(end).starts_with("  ");
  return known && apart ? name : std::string_view();
}

bool IsPageFooter(std::string_view line) {
  const std::string lower = LowerBytes(line);
  return lower.find("factiva, inc") != std::string::npos ||
         lower.find("dow jones & company, inc. all rights") != std::string::npos;
}

std::string BodyOf(const std::vector<std::string_view>& lines) {
  std::string text;
  for (const LineGroup& group : GroupsOf(lines)) text += (text.empty() ? "" : "\n\n") + ParagraphsOf(group.lines);
  return text;
}

Result<Article> Assemble(Article article, const std::string& body) {
  if (body.empty()) return Error{ErrorCode::kFormat, "found no body in the document"};
  article.text = article.title.empty() ? body : article.title + "\n\n" + body;
  return article;
}

Result<Article> ArticleOfTagged(std::string_view utf8, const ArticleOptions& options) {
  std::map<std::string_view, std::vector<std::string_view>> fields;
  std::vector<std::string_view>* to = nullptr;
  while (!utf8.empty()) {
    const std::string_view line = TakeLine(utf8);
    if (IsPageFooter(line)) continue;
    const std::string_view tag = TagOf(line);
    if (!tag.empty()) to = &fields[tag];
    if (to != nullptr) to->push_back(Trimmed(line.substr(tag.size())));
  }
  const auto one = [&](std::string_view tag) { return OnOneLine(Joined(fields[tag])); };
  Article article;
  article.title = one("HD");
  article.publisher = one("SN");
  article.language = one("LA");
  article.id = one("AN");
  if (BeginsWithWord(article.id, "document ")) article.id = article.id.substr(9);
  SetPublished(one("PD"), options.day_order, article);
  std::string body = BodyOf(fields["LP"]);
  const std::string more = BodyOf(fields["TD"]);
  if (!more.empty()) body += (body.empty() ? "" : "\n\n") + more;
  return Assemble(std::move(article), body);
}

bool IsTime(std::string_view line) {
  return line.size() <= 12 && line.find(':') != std::string_view::npos && line.find_first_of("0123456789") == 0;
}

bool IsLanguage(std::string_view line) {
  static constexpr std::array<std::string_view, 8> kLanguages = {"english", "french",  "german",     "spanish",
                                                                 "arabic",  "russian", "portuguese", "italian"};
  return std::any_of(kLanguages.begin(), kLanguages.end(), [&](std::string_view l) { return SameWord(l, line); });
}

// The lines after "512 words": day, time, publisher, its code, language, copyright.
void ReadImprint(const std::vector<std::string_view>& lines, const ArticleOptions& options, Article& article) {
  for (const std::string_view line : lines) {
    if (IsCopyright(line)) return;
    if (IsTime(line)) continue;
    if (IsLanguage(line)) {
      article.language = line;
    } else if (auto day = PublishedDay(line, options.day_order); day && article.published.empty()) {
      article.published = std::move(*day);
    } else if (article.publisher.empty()) {
      article.publisher = OnOneLine(line);
    }
  }
}

Result<Article> ArticleOfPlain(std::string_view utf8, const ArticleOptions& options) {
  std::vector<std::string_view> lines = LinesOf(utf8);
  std::erase_if(lines, IsPageFooter);
  Article article;
  while (!lines.empty() && lines.back().empty()) lines.pop_back();
  if (!lines.empty() && lines.back().starts_with("Document ")) {
    article.id = Trimmed(lines.back().substr(9));
    lines.pop_back();
  }
  const auto words = std::find_if(lines.begin(), lines.end(), IsWordCount);
  if (words == lines.end()) return Error{ErrorCode::kFormat, "found no line of the form \"512 words\" in the document"};
  auto head = GroupsOf({lines.begin(), words});
  if (!head.empty()) {
    std::vector<std::string_view>& titles = head.front().lines;
    while (titles.size() > 1 && BeginsWithWord(titles.back(), "by ")) titles.pop_back();  // who wrote it, right below
    article.title = Joined(titles);
  }
  // The imprint goes up to its copyright, which may stand apart from it.
  auto end = std::find(words, lines.end(), std::string_view());
  ReadImprint({words + 1, end}, options, article);
  while (end != lines.end() && (end->empty() || IsCopyright(*end))) ++end;
  return Assemble(std::move(article), BodyOf({end, lines.end()}));
}

}  // namespace

Result<Article> ArticleOfFactiva(std::string_view utf8, const ArticleOptions& options) {
  if (utf8.starts_with("\xEF\xBB\xBF")) utf8.remove_prefix(3);
  std::string_view rest = utf8;
  size_t tags = 0;
  while (!rest.empty()) {
    const std::string_view tag = TagOf(TakeLine(rest));
    if (tag == "HD" || tag == "LP" || tag == "TD" || tag == "WC") ++tags;
  }
  return tags >= 2 ? ArticleOfTagged(utf8, options) : ArticleOfPlain(utf8, options);
}

}  // namespace rapporteur
