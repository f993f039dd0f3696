#include "inputs/page_facts.h"

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/among.h"
#include "inputs/clean.h"
#include "inputs/page_blocks.h"
#include "inputs/page_title.h"
#include "inputs/published_day.h"

namespace rapporteur {
namespace {

using Json = nlohmann::json;

// The names of <meta name=…, property=…, itemprop=…> for each fact, the surest first.
constexpr std::array<std::string_view, 3> kTitleNames = {"og:title", "twitter:title", "itemprop headline"};
constexpr std::array<std::string_view, 3> kSpareTitleNames = {"dc.title", "title", "headline"};
constexpr std::array<std::string_view, 49> kDayNames = {"article:published_time",
                                                        "article:published",
                                                        "og:article:published_time",
                                                        "article:published_date",
                                                        "datepublished",
                                                        "parsely-pub-date",
                                                        "publish-date",
                                                        "publish_date",
                                                        "publication_date",
                                                        "publication-date",
                                                        "pubdate",
                                                        "pub_date",
                                                        "publishdate",
                                                        "published",
                                                        "published_time",
                                                        "published-date",
                                                        "date_published",
                                                        "originalpublicationdate",
                                                        "article_date_original",
                                                        "citation_publication_date",
                                                        "citation_date",
                                                        "sailthru.date",
                                                        "dc.date.issued",
                                                        "dcterms.issued",
                                                        "dc.issued",
                                                        "dcterms.created",
                                                        "dc.date.created",
                                                        "dc.created",
                                                        "dc.date",
                                                        "dcterms.date",
                                                        "date",
                                                        "og:published_time",
                                                        "og:pubdate",
                                                        "og:release_date",
                                                        "bt:pubdate",
                                                        "article.published",
                                                        "article:post_date",
                                                        "prism.publicationdate",
                                                        "rnews:datepublished",
                                                        "shareaholic:article_published_time",
                                                        "cxenseparse:recs:publishtime",
                                                        "firstpublished",
                                                        "displaydate",
                                                        "pdate",
                                                        "pud",
                                                        "ptime",
                                                        "release_date",
                                                        "created",
                                                        "datecreated"};
constexpr std::array<std::string_view, 8> kPublisherNames = {
    "og:site_name", "publisher",     "dc.publisher",    "dcterms.publisher", "itemprop sourceorganization",
    "cre",          "cps_site_name", "application-name"};
// Words of class names and ids around the day on which an article was published, and around any day.
constexpr std::array<std::string_view, 8> kPublishedWords = {"posted",    "postdate",    "pubdate",   "publishdate",
                                                             "published", "publishedon", "entrydate", "articledate"};
constexpr std::array<std::string_view, 13> kDayWords = {"date",     "dateline",    "datetime",  "time",   "timestamp",
                                                        "updated",  "lastupdated", "storydate", "byline", "meta",
                                                        "metadata", "info",        "imprint"};
constexpr std::array<std::string_view, 2> kUrlNames = {"og:url", "twitter:url"};
constexpr size_t kLargestJson = 4U << 20U;

// A string, or the name or address within an object, or that of a list's first member.
std::string Word(const Json& outer) {
  const Json* value = &outer;
  while (value->is_array() && !value->empty()) value = &value->front();
  if (value->is_string()) return value->get<std::string>();
  if (!value->is_object()) return {};
  for (const char* key : {"name", "@id", "url"}) {
    const auto found = value->find(key);
    if (found != value->end() && found->is_string()) return found->get<std::string>();
  }
  return {};
}

std::string WordAt(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found == object.end() ? std::string() : Word(*found);
}

bool IsArticleType(const Json& object) {
  const auto type = object.find("@type");
  if (type == object.end()) return false;
  const auto says = [](const Json& name) {
    if (!name.is_string()) return false;
    const auto& text = name.get_ref<const std::string&>();
    return text.ends_with("Article") || text.ends_with("Posting") || text == "Report" || text == "LiveBlogPosting";
  };
  if (!type->is_array()) return says(*type);
  return std::any_of(type->begin(), type->end(), says);
}

// Objects of the value's upper levels, in their order.
void ListObjects(const Json& value, int depth, std::vector<const Json*>& objects) {
  constexpr int kDeepest = 4;
  if (depth > kDeepest) return;
  if (value.is_object()) objects.push_back(&value);
  if (!value.is_object() && !value.is_array()) return;
  for (const Json& inner : value) ListObjects(inner, depth + 1, objects);
}

class FactReader {
 public:
  explicit FactReader(const HtmlTree& tree) : tree_(tree) {}

  PageFacts Run() {
    const auto& nodes = tree_.nodes();
    for (uint32_t i = 1; i < nodes.size(); ++i) {
      if (!nodes[i].name.empty()) Look(i);
    }
    return Choose();
  }

 private:
  void Look(uint32_t i) {
    const std::string_view name = tree_.nodes()[i].name;
    if (name == "meta") {
      Meta(i);
    } else if (name == "script") {
      if (SameWord(Trimmed(tree_.Attribute(i, "type")), "application/ld+json")) LinkedData(i);
    } else if (name == "time") {
      Time(i);
    } else if (name == "title" && title_.empty() && svg_end_ <= i) {
      title_ = tree_.TextWithin(i);
    } else if (name == "h1") {
      Heading(i);
    } else if (name == "link" && SameWord(tree_.Attribute(i, "rel"), "canonical")) {
      canonical_ = tree_.Attribute(i, "href");
    } else if (name == "html") {
      language_ = tree_.Attribute(i, "lang");
    } else if (name == "svg") {
      svg_end_ = tree_.nodes()[i].end;
    } else {
      ShownDay(i);
    }
  }

  void Heading(uint32_t i) {
    constexpr size_t kMost = 8;
    std::string text = tree_.TextWithin(i);
    if (text.empty() || headings_.size() == kMost) return;
    headings_.push_back(OnOneLine(text));
    heading_nodes_.push_back(i);
  }

  // <span itemprop="datePublished" content="…">, <abbr class="published" title="…">, <p class="post-date">12 March
  // 2019</p>
  void ShownDay(uint32_t i) {
    constexpr uint32_t kMostNodes = 40;  // within such an element
    const HtmlNode& node = tree_.nodes()[i];
    if (node.end - i > kMostNodes) return;
    const bool sure = !node.source.empty() && SameWord(tree_.Attribute(i, "itemprop"), "datePublished");
    const std::vector<std::string> words =
        NameWords(std::string(node.name) + " " + tree_.Attribute(i, "class") + " " + tree_.Attribute(i, "id"));
    const bool published = sure || AnyAmong(words, kPublishedWords);
    if (!published && !AnyAmong(words, kDayWords) && !BeginsWithDay(i)) return;
    std::vector<std::string> said = {tree_.Attribute(i, "content"), tree_.Attribute(i, "datetime")};
    if (published) said.push_back(tree_.Attribute(i, "title"));
    for (uint32_t k = i + 1; k < node.end; ++k) {
      if (tree_.nodes()[k].name.empty()) said.push_back(DecodeEntities(tree_.nodes()[k].source));
    }
    said.push_back(tree_.TextWithin(i));
    for (std::string& day : said) {
      if (!NamesDay(day)) continue;
      if (sure) sure_times_.push_back(day);
      shown_.push_back({i, published, std::move(day)});
      return;
    }
  }

  // The days shown around the heading of this text, the nearest first; those above it only where they are said to be of
  // publication. Elsewhere stand the days of other stories and that on which the page was fetched.
  std::vector<std::string> DaysAround(std::string_view title) const {
    constexpr uint32_t kMostAbove = 40;
    constexpr uint32_t kMostBelow = 160;
    const auto heading = std::find(headings_.begin(), headings_.end(), title);
    const uint32_t at =
        heading == headings_.end() ? 0 : heading_nodes_[static_cast<size_t>(heading - headings_.begin())];
    std::vector<std::pair<uint32_t, std::string>> days;
    for (const Shown& shown : shown_) {
      if (shown.node < at ? !shown.published || at - shown.node > kMostAbove : shown.node - at > kMostBelow) continue;
      if (at != 0 || shown.published) days.emplace_back(shown.node < at ? at - shown.node : shown.node - at, shown.day);
    }
    std::stable_sort(days.begin(), days.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<std::string> texts;
    texts.reserve(days.size());
    for (auto& [distance, day] : days) texts.push_back(std::move(day));
    return texts;
  }

  static bool NamesDay(std::string_view text) {
    constexpr size_t kLongest = 120;
    return text.size() <= kLongest && DecimalNumber(Trimmed(text)) < 0 &&
           (PublishedDay(text, DayOrder::kDayFirst) || PublishedDay(text, DayOrder::kMonthFirst));
  }

  // "12 March 2019 · 3 minutes to read", right below the heading.
  bool BeginsWithDay(uint32_t i) const {
    constexpr size_t kLongest = 60;
    if (tree_.nodes()[i].end != i + 2) return false;  // a text and nothing else
    const std::string text = tree_.TextWithin(i);
    return text.size() <= kLongest && text.find_first_of("0123456789") == 0 && NamesDay(text);
  }

  template <size_t kCount>
  static bool AnyAmong(const std::vector<std::string>& words, const std::array<std::string_view, kCount>& known) {
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return Among(word, known); });
  }

  void Meta(uint32_t i) {
    const std::string content = OnOneLine(tree_.Attribute(i, "content"));
    if (content.empty()) return;
    for (const char* key : {"property", "name", "itemprop"}) {
      const std::string said = LowerBytes(tree_.Attribute(i, key));
      if (said.empty()) continue;
      meta_.emplace(said, content);  // the first of a name counts
      if (std::string_view(key) == "itemprop") meta_.emplace("itemprop " + said, content);
    }
  }

  void Time(uint32_t i) {
    std::string day = tree_.Attribute(i, "datetime");
    if (day.empty()) day = tree_.TextWithin(i);
    const bool sure = tree_.Attribute(i, "itemprop") == "datePublished" || tree_.HasAttribute(i, "pubdate");
    (sure ? sure_times_ : times_).push_back(std::move(day));
  }

  void LinkedData(uint32_t i) {
    std::string text;
    for (uint32_t k = i + 1; k < tree_.nodes()[i].end; ++k) text += tree_.nodes()[k].source;
    if (text.size() > kLargestJson || !said_.empty()) return;
    const Json value = Json::parse(text, nullptr, false, true);
    if (value.is_discarded()) return;
    std::vector<const Json*> objects;
    ListObjects(value, 0, objects);
    const auto found = std::find_if(objects.begin(), objects.end(), [](const Json* o) { return IsArticleType(*o); });
    if (found == objects.end()) return;
    for (const char* key :
         {"headline", "publisher", "url", "mainEntityOfPage", "inLanguage", "articleBody", "datePublished"}) {
      said_.emplace(key, WordAt(**found, key));
    }
  }

  template <size_t kCount>
  std::string FromMeta(const std::array<std::string_view, kCount>& names) const {
    for (const std::string_view name : names) {
      const auto found = meta_.find(name);
      if (found != meta_.end()) return found->second;
    }
    return {};
  }

  static std::string FirstOf(std::initializer_list<std::string> values) {
    for (const std::string& value : values) {
      if (!Trimmed(value).empty()) return OnOneLine(value);
    }
    return {};
  }

  PageFacts Choose() const {
    const auto from = [&](const char* key) {
      const auto found = said_.find(key);
      return found == said_.end() ? std::string() : found->second;
    };
    PageFacts facts;
    facts.publisher = FirstOf({DecodeEntities(from("publisher")), FromMeta(kPublisherNames)});
    if (facts.publisher.starts_with("http")) facts.publisher = FromMeta(kPublisherNames);
    SaidTitles titles;
    titles.sure = FirstOf({DecodeEntities(from("headline")), FromMeta(kTitleNames)});
    titles.page = OnOneLine(title_);
    titles.spare = FromMeta(kSpareTitleNames);
    titles.headings = headings_;
    PageTitle title = TitleOf(titles, facts.publisher);
    facts.title = std::move(title.title);
    if (facts.publisher.empty()) facts.publisher = std::move(title.site);
    facts.shown_days = DaysAround(facts.title);
    facts.shown_days.insert(facts.shown_days.end(), title.beside.begin(), title.beside.end());
    facts.url = FirstOf({canonical_, FromMeta(kUrlNames), from("url"), from("mainEntityOfPage")});
    facts.language = FirstOf({from("inLanguage"), language_, FromMeta(std::array<std::string_view, 1>{"language"})});
    facts.body = from("articleBody");
    if (std::string day = from("datePublished"); !day.empty()) facts.published.push_back(std::move(day));
    for (const std::string_view name : kDayNames) {
      const auto found = meta_.find(name);
      if (found != meta_.end()) facts.published.push_back(found->second);
    }
    facts.published.insert(facts.published.end(), sure_times_.begin(), sure_times_.end());
    if (!times_.empty()) facts.published.push_back(times_.front());
    return facts;
  }

  const HtmlTree& tree_;
  std::map<std::string, std::string, std::less<>> meta_;
  std::map<std::string, std::string, std::less<>> said_;  // by JSON-LD of the article
  struct Shown {
    uint32_t node = 0;
    bool published = false;
    std::string day;
  };
  std::vector<Shown> shown_;
  std::vector<uint32_t> heading_nodes_;
  std::vector<std::string> sure_times_, times_, headings_;
  std::string title_, canonical_, language_;
  uint32_t svg_end_ = 0;
};

}  // namespace

PageFacts ReadPageFacts(const HtmlTree& tree) { return FactReader(tree).Run(); }

}  // namespace rapporteur
