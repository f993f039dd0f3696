#include "inputs/columns.h"

#include <algorithm>
#include <array>

#include "inputs/clean.h"
#include "inputs/page.h"

namespace rapporteur {
namespace {

struct UsualName {
  ArticlePart part;
  std::string_view name;  // as PlainName gives it
};

// The more telling names of a part stand before the less telling.
constexpr std::array kUsualNames = {
    UsualName{ArticlePart::kText, "text"},
    UsualName{ArticlePart::kText, "fulltext"},
    UsualName{ArticlePart::kText, "articletext"},
    UsualName{ArticlePart::kText, "articlebody"},
    UsualName{ArticlePart::kText, "maintext"},
    UsualName{ArticlePart::kText, "bodytext"},
    UsualName{ArticlePart::kText, "storytext"},
    UsualName{ArticlePart::kText, "contenttext"},
    UsualName{ArticlePart::kText, "plaintext"},
    UsualName{ArticlePart::kText, "rawtext"},
    UsualName{ArticlePart::kText, "newstext"},
    UsualName{ArticlePart::kText, "newsbody"},
    UsualName{ArticlePart::kText, "fullarticle"},
    UsualName{ArticlePart::kText, "articlefulltext"},
    UsualName{ArticlePart::kText, "maincontent"},
    UsualName{ArticlePart::kText, "textcontent"},
    UsualName{ArticlePart::kText, "fullcontent"},
    UsualName{ArticlePart::kText, "body"},
    UsualName{ArticlePart::kText, "content"},
    UsualName{ArticlePart::kText, "articlecontent"},
    UsualName{ArticlePart::kText, "article"},
    UsualName{ArticlePart::kText, "story"},
    UsualName{ArticlePart::kText, "document"},
    UsualName{ArticlePart::kText, "news"},
    UsualName{ArticlePart::kText, "newscontent"},
    UsualName{ArticlePart::kText, "fields.bodytext"},
    UsualName{ArticlePart::kText, "source.text"},
    UsualName{ArticlePart::kText, "source.body"},
    UsualName{ArticlePart::kText, "source.content"},
    UsualName{ArticlePart::kText, "description"},
    UsualName{ArticlePart::kText, "leadparagraph"},
    UsualName{ArticlePart::kText, "leadparagraphs"},
    UsualName{ArticlePart::kText, "summary"},
    UsualName{ArticlePart::kText, "abstract"},
    UsualName{ArticlePart::kText, "snippet"},
    UsualName{ArticlePart::kHtml, "html"},
    UsualName{ArticlePart::kHtml, "rawhtml"},
    UsualName{ArticlePart::kHtml, "contenthtml"},
    UsualName{ArticlePart::kHtml, "bodyhtml"},
    UsualName{ArticlePart::kTitle, "title"},
    UsualName{ArticlePart::kTitle, "headline"},
    UsualName{ArticlePart::kTitle, "articletitle"},
    UsualName{ArticlePart::kTitle, "heading"},
    UsualName{ArticlePart::kTitle, "headlines"},
    UsualName{ArticlePart::kTitle, "newstitle"},
    UsualName{ArticlePart::kTitle, "newsheadline"},
    UsualName{ArticlePart::kTitle, "storytitle"},
    UsualName{ArticlePart::kTitle, "headlinetext"},
    UsualName{ArticlePart::kTitle, "titletext"},
    UsualName{ArticlePart::kTitle, "webtitle"},
    UsualName{ArticlePart::kTitle, "headline.main"},
    UsualName{ArticlePart::kPublished, "published"},
    UsualName{ArticlePart::kPublished, "pubdate"},
    UsualName{ArticlePart::kPublished, "publishdate"},
    UsualName{ArticlePart::kPublished, "publisheddate"},
    UsualName{ArticlePart::kPublished, "publicationdate"},
    UsualName{ArticlePart::kPublished, "datepublished"},
    UsualName{ArticlePart::kPublished, "datepublish"},
    UsualName{ArticlePart::kPublished, "publishedat"},
    UsualName{ArticlePart::kPublished, "publishedon"},
    UsualName{ArticlePart::kPublished, "publishedtime"},
    UsualName{ArticlePart::kPublished, "publicationdatetime"},
    UsualName{ArticlePart::kPublished, "publicationtime"},
    UsualName{ArticlePart::kPublished, "publishingdate"},
    UsualName{ArticlePart::kPublished, "publishtime"},
    UsualName{ArticlePart::kPublished, "datetimepublished"},
    UsualName{ArticlePart::kPublished, "webpublicationdate"},
    UsualName{ArticlePart::kPublished, "date"},
    UsualName{ArticlePart::kPublished, "articledate"},
    UsualName{ArticlePart::kPublished, "newsdate"},
    UsualName{ArticlePart::kPublished, "releasedate"},
    UsualName{ArticlePart::kPublished, "posted"},
    UsualName{ArticlePart::kPublished, "postedat"},
    UsualName{ArticlePart::kPublished, "postdate"},
    UsualName{ArticlePart::kPublished, "seendate"},
    UsualName{ArticlePart::kPublished, "datetime"},
    UsualName{ArticlePart::kPublished, "day"},
    UsualName{ArticlePart::kPublished, "time"},
    UsualName{ArticlePart::kPublished, "timestamp"},
    UsualName{ArticlePart::kPublished, "created"},
    UsualName{ArticlePart::kPublished, "createdat"},
    UsualName{ArticlePart::kPublisher, "publisher"},
    UsualName{ArticlePart::kPublisher, "publisher.name"},
    UsualName{ArticlePart::kPublisher, "publication"},
    UsualName{ArticlePart::kPublisher, "publicationname"},
    UsualName{ArticlePart::kPublisher, "publicationtitle"},
    UsualName{ArticlePart::kPublisher, "publishername"},
    UsualName{ArticlePart::kPublisher, "outlet"},
    UsualName{ArticlePart::kPublisher, "newspaper"},
    UsualName{ArticlePart::kPublisher, "newssource"},
    UsualName{ArticlePart::kPublisher, "newsoutlet"},
    UsualName{ArticlePart::kPublisher, "outletname"},
    UsualName{ArticlePart::kPublisher, "newsagency"},
    UsualName{ArticlePart::kPublisher, "thread.sitefull"},
    UsualName{ArticlePart::kPublisher, "thread.site"},
    UsualName{ArticlePart::kPublisher, "sourcename"},
    UsualName{ArticlePart::kPublisher, "source.name"},
    UsualName{ArticlePart::kPublisher, "source.title"},
    UsualName{ArticlePart::kPublisher, "source"},
    UsualName{ArticlePart::kPublisher, "medianame"},
    UsualName{ArticlePart::kPublisher, "sitename"},
    UsualName{ArticlePart::kPublisher, "media"},
    UsualName{ArticlePart::kPublisher, "site"},
    UsualName{ArticlePart::kPublisher, "sourcedomain"},
    UsualName{ArticlePart::kPublisher, "domain"},
    UsualName{ArticlePart::kUrl, "url"},
    UsualName{ArticlePart::kUrl, "link"},
    UsualName{ArticlePart::kUrl, "href"},
    UsualName{ArticlePart::kUrl, "permalink"},
    UsualName{ArticlePart::kUrl, "articleurl"},
    UsualName{ArticlePart::kUrl, "sourceurl"},
    UsualName{ArticlePart::kUrl, "canonicalurl"},
    UsualName{ArticlePart::kUrl, "weburl"},
    UsualName{ArticlePart::kUrl, "uri"},
    UsualName{ArticlePart::kLanguage, "language"},
    UsualName{ArticlePart::kLanguage, "lang"},
    UsualName{ArticlePart::kLanguage, "languagecode"},
    UsualName{ArticlePart::kLanguage, "sourcelanguage"},
    UsualName{ArticlePart::kId, "id"},
    UsualName{ArticlePart::kId, "articleid"},
    UsualName{ArticlePart::kId, "newsid"},
    UsualName{ArticlePart::kId, "docid"},
    UsualName{ArticlePart::kId, "documentid"},
    UsualName{ArticlePart::kId, "storyid"},
    UsualName{ArticlePart::kId, "guid"},
    UsualName{ArticlePart::kId, "uuid"},
};

// Those names of the text that promise a piece of it only.
constexpr std::array<std::string_view, 6> kPartialNames = {"description", "leadparagraph", "leadparagraphs",
                                                           "summary",     "abstract",      "snippet"};

std::string PlainName(std::string_view name) {
  for (const std::string_view wrapper : {".$date", ".$oid"}) {  // as MongoDB writes days and ids
    if (name.ends_with(wrapper)) name.remove_suffix(wrapper.size());
  }
  std::string plain;
  for (const char c : name) {
    if (c == ' ' || c == '_' || c == '-') continue;
    plain.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
  }
  return plain;
}

const std::string& MappedTo(ArticlePart part, const ColumnMap& columns) {
  switch (part) {
    case ArticlePart::kText:
      return columns.text;
    case ArticlePart::kHtml:
      return columns.html;
    case ArticlePart::kTitle:
      return columns.title;
    case ArticlePart::kPublished:
      return columns.published;
    case ArticlePart::kPublisher:
      return columns.publisher;
    case ArticlePart::kUrl:
      return columns.url;
    case ArticlePart::kLanguage:
      return columns.language;
    case ArticlePart::kId:
      break;
  }
  return columns.id;
}

constexpr std::array kParts = {ArticlePart::kText,      ArticlePart::kHtml,      ArticlePart::kTitle,
                               ArticlePart::kPublished, ArticlePart::kPublisher, ArticlePart::kUrl,
                               ArticlePart::kLanguage,  ArticlePart::kId};

bool IsMapped(ArticlePart part, const ColumnMap& columns) {
  if (!MappedTo(part, columns).empty()) return true;
  // Who maps the text to one column wants it from no other.
  return (part == ArticlePart::kText && !columns.html.empty()) || (part == ArticlePart::kHtml && !columns.text.empty());
}

// The fields chosen for each part; null where there is none.
using Chosen = std::array<const NamedField*, kParts.size()>;

Chosen Choose(const std::vector<NamedField>& fields, const ColumnMap& columns) {
  Chosen chosen = {};
  std::array<int, kParts.size()> ranks = {};
  for (const NamedField& field : fields) {
    const auto use = UseOfColumn(field.name, columns);
    if (!use || Trimmed(field.value).empty()) continue;
    const auto part = static_cast<size_t>(use->part);
    if (chosen.at(part) != nullptr && ranks.at(part) <= use->rank) continue;
    chosen.at(part) = &field;
    ranks.at(part) = use->rank;
  }
  return chosen;
}

std::string ValueOf(const Chosen& chosen, ArticlePart part) {
  const NamedField* field = chosen.at(static_cast<size_t>(part));
  return field == nullptr ? std::string() : OnOneLine(field->value);
}

Error NoText(const std::vector<NamedField>& fields, const ColumnMap& columns) {
  const std::string& wanted = columns.text.empty() ? columns.html : columns.text;
  std::vector<std::string> names;
  for (const NamedField& field : fields) {
    const auto use = UseOfColumn(field.name, columns);
    if (use && (use->part == ArticlePart::kText || use->part == ArticlePart::kHtml)) {
      return {ErrorCode::kFormat, "found no text: \"" + field.name + "\" is empty"};
    }
    names.push_back(field.name);
  }
  if (!wanted.empty()) {
    return {ErrorCode::kFormat, "found no column \"" + wanted + "\" for the text; there are: " + ListOfColumns(names)};
  }
  return {ErrorCode::kFormat, "found no column of a usual name for the text; there are: " + ListOfColumns(names) +
                                  "; say which with --map text=COLUMN"};
}

}  // namespace

std::optional<ColumnUse> UseOfColumn(std::string_view name, const ColumnMap& columns) {
  const std::string plain = PlainName(name);
  for (const ArticlePart part : kParts) {
    if (!MappedTo(part, columns).empty() && PlainName(MappedTo(part, columns)) == plain) return ColumnUse{part, 0};
  }
  for (size_t i = 0; i < kUsualNames.size(); ++i) {
    if (kUsualNames.at(i).name != plain) continue;
    if (IsMapped(kUsualNames.at(i).part, columns)) return std::nullopt;
    return ColumnUse{kUsualNames.at(i).part, static_cast<int>(i)};
  }
  return std::nullopt;
}

Status CheckColumns(const std::vector<std::string>& names, const ColumnMap& columns) {
  for (const ArticlePart part : kParts) {
    const std::string& mapped = MappedTo(part, columns);
    if (mapped.empty()) continue;
    const auto is_it = [&](const std::string& name) { return PlainName(name) == PlainName(mapped); };
    if (std::none_of(names.begin(), names.end(), is_it)) {
      return Error{ErrorCode::kUsage, "--map names the column \"" + mapped + "\"; there are: " + ListOfColumns(names)};
    }
  }
  const bool text = std::any_of(names.begin(), names.end(), [&](const std::string& name) {
    const auto use = UseOfColumn(name, columns);
    return use && (use->part == ArticlePart::kText || use->part == ArticlePart::kHtml);
  });
  if (text) return Ok{};
  return Error{ErrorCode::kFormat, "found no column of a usual name for the text; there are: " + ListOfColumns(names) +
                                       "; say which with --map text=COLUMN"};
}

std::string ListOfColumns(const std::vector<std::string>& names) {
  constexpr size_t kMost = 20;
  constexpr size_t kLongest = 60;
  if (names.empty()) return "none";
  std::string list;
  for (size_t i = 0; i < std::min(names.size(), kMost); ++i) list += (i == 0 ? "" : ", ") + CutTo(names[i], kLongest);
  if (names.size() > kMost) list += " and " + std::to_string(names.size() - kMost) + " more";
  return list;
}

void SetPublished(std::string_view said, DayOrder order, Article& article) {
  constexpr size_t kLongest = 60;
  said = Trimmed(said);
  if (said.empty()) return;
  if (auto day = PublishedDay(said, order)) {
    article.published = std::move(*day);
  } else {
    article.notes.push_back("published: found \"" + CutTo(OnOneLine(said), kLongest) +
                            "\", which names no certain day");
  }
}

Result<Article> ArticleOfFields(const std::vector<NamedField>& fields, const ArticleOptions& options) {
  const Chosen chosen = Choose(fields, options.columns);
  const NamedField* text = chosen.at(static_cast<size_t>(ArticlePart::kText));
  const NamedField* html = chosen.at(static_cast<size_t>(ArticlePart::kHtml));
  const bool partial =
      text != nullptr && options.columns.text.empty() &&
      std::find(kPartialNames.begin(), kPartialNames.end(), PlainName(text->name)) != kPartialNames.end();
  Article article;
  if (html != nullptr && (text == nullptr || partial)) {
    auto page = ReadPage(html->value, options);
    if (!page.ok()) return page.error();
    article = std::move(page).value();
  } else if (text != nullptr && LooksLikeHtml(text->value)) {
    article.text = TextOfHtml(text->value);
    if (article.text.empty()) return Error{ErrorCode::kFormat, "found no text in the HTML of \"" + text->name + "\""};
  } else if (text != nullptr) {
    article.text = text->value;
    if (partial) article.notes.push_back("text: taken from \"" + text->name + "\", which may be a part of it");
  } else {
    return NoText(fields, options.columns);
  }
  const auto set = [&](ArticlePart part, std::string& to) {
    std::string value = ValueOf(chosen, part);
    if (!value.empty()) to = std::move(value);
  };
  set(ArticlePart::kTitle, article.title);
  set(ArticlePart::kPublisher, article.publisher);
  set(ArticlePart::kUrl, article.url);
  set(ArticlePart::kLanguage, article.language);
  set(ArticlePart::kId, article.id);
  SetPublished(ValueOf(chosen, ArticlePart::kPublished), options.day_order, article);
  return article;
}

}  // namespace rapporteur
