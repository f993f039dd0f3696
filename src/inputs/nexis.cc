// One document of a Nexis export: the older form with capital labels and the newer of Nexis Uni.
#include <algorithm>
#include <array>

#include "inputs/clean.h"
#include "inputs/columns.h"
#include "inputs/export_lines.h"
#include "inputs/export_rows.h"

namespace rapporteur {
namespace {

// Labels whose line belongs to the head of a document, and those that stand after its body.
constexpr std::array<std::string_view, 15> kHeadLabels = {"show",      "guests",     "host",     "byline",    "section",
                                                          "length",    "dateline",   "headline", "highlight", "edition",
                                                          "copyright", "word count", "column",   "source",    "body"};
constexpr std::array<std::string_view, 24> kTailLabels = {
    "distribution",     "state",      "load-date",    "language",
    "publication-type", "graphic",    "url",          "subject",
    "classification",   "notes",      "journal-code", "document-type",
    "correction-date",  "correction", "series",       "type",
    "organization",     "company",    "person",       "geographic",
    "industry",         "ticker",     "country",      "city"};

struct Label {
  std::string_view name;  // empty: the line has none
  std::string_view value;
};

template <size_t kCount>
bool IsAmong(const std::array<std::string_view, kCount>& names, std::string_view name) {
  return std::any_of(names.begin(), names.end(), [&](std::string_view known) { return SameWord(known, name); });
}

// Before a body the case of a label does not matter. Within one, the older form writes its labels in capitals and the
// newer goes on with a line of its own, so that "Notes: the talks were long" is text.
Label LabelOf(std::string_view line, bool in_body) {
  for (const std::string_view alone : {"Body", "Classification", "Graphic", "Notes"}) {
    if (in_body ? line == alone || line == "BODY" : SameWord(line, alone)) return {line, {}};
  }
  const size_t colon = line.find(':');
  if (colon == std::string_view::npos) return {};
  const std::string_view name = line.substr(0, colon);
  if (!IsAmong(kHeadLabels, name) && !IsAmong(kTailLabels, name)) return {};
  const bool capitals = std::none_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (in_body && !capitals && !SameWord(name, "load-date")) return {};
  return {name, Trimmed(line.substr(colon + 1))};
}

// Lines of the cover that the newer form puts before the first document: who fetched it, when, and what was sought.
bool IsCover(const LineGroup& group) {
  static constexpr std::array<std::string_view, 10> kBegins = {
      "user name:",    "date and time:", "job number:",  "documents (",  "client/matter:",
      "search terms:", "search type:",   "narrowed by:", "content type", "download request:"};
  return std::any_of(group.lines.begin(), group.lines.end(), [](std::string_view line) {
    return std::any_of(kBegins.begin(), kBegins.end(), [&](auto begin) { return BeginsWithWord(line, begin); }) ||
           LowerBytes(line).find("about lexisnexis") != std::string::npos ||
           LowerBytes(line).find("timeline:") != std::string::npos;
  });
}

class NexisDocument {
 public:
  explicit NexisDocument(const ArticleOptions& options) : options_(options) {}

  Result<Article> Read(std::string_view utf8) {
    std::vector<std::string_view> lines = LinesOf(utf8);
    if (!lines.empty() && lines.front().starts_with("\xEF\xBB\xBF")) lines.front().remove_prefix(3);
    std::erase_if(lines, [](std::string_view line) {
      return BeginsWithWord(line, "page ") && line.find(" of ") != std::string_view::npos && line.size() < 20;
    });
    const auto groups = GroupsOf(lines);
    for (const LineGroup& group : groups) Take(group);
    if (body_.empty()) return Error{ErrorCode::kFormat, "found no body in the document"};
    return Finish();
  }

 private:
  enum class Place { kFront, kHead, kBody, kTail };

  void Take(const LineGroup& group) {
    if (place_ == Place::kTail) return TakeLabels(group);
    if (!LabelOf(group.lines.front(), place_ == Place::kBody).name.empty()) return TakeLabels(group);
    if (IsCopyright(group.lines.front())) {
      if (place_ == Place::kBody) place_ = Place::kTail;
      return;
    }
    if (place_ == Place::kFront && IsCover(group)) {
      front_.clear();
      return;
    }
    if (place_ == Place::kFront) {
      const bool marker = group.lines.size() == 1 && (SameWord(group.lines.front(), "end of document") ||
                                                      LowerBytes(group.lines.front()).ends_with(" documents") ||
                                                      BeginsWithWord(group.lines.front(), "document "));
      if (!marker) front_.push_back(group);
      return;
    }
    if (SameWord(group.lines.front(), "end of document")) return;
    place_ = Place::kBody;  // after LENGTH, bodies of the older form have no label
    body_.push_back(ParagraphsOf(group.lines));
  }

  // A group that begins with a label: others may follow in it, or lines that go on with the last.
  void TakeLabels(const LineGroup& group) {
    std::vector<std::string_view> rest;
    std::string* last = nullptr;
    for (const std::string_view line : group.lines) {
      const Label label = LabelOf(line, place_ == Place::kBody);
      if (label.name.empty()) {
        if (place_ == Place::kBody) rest.push_back(line);
        if (last != nullptr && place_ != Place::kBody) *last += " " + OnOneLine(line);
        continue;
      }
      last = Set(label);
      if (place_ == Place::kBody && !label.value.empty()) rest.push_back(label.value);
    }
    if (!rest.empty() && place_ == Place::kBody) body_.push_back(ParagraphsOf(rest));
  }

  std::string* Set(const Label& label) {
    if (IsAmong(kTailLabels, label.name)) {
      // Only after a body: "Subject: talks" may be a line of the article's head too.
      if (place_ == Place::kBody) place_ = Place::kTail;
    } else if (SameWord(label.name, "body")) {
      place_ = Place::kBody;
    } else if (place_ == Place::kFront && !SameWord(label.name, "show")) {  // a show stands before its day
      place_ = Place::kHead;
    }
    std::string* to = nullptr;
    if (SameWord(label.name, "headline")) to = &headline_;
    if (SameWord(label.name, "dateline")) to = &dateline_;
    if (SameWord(label.name, "load-date")) to = &load_day_;
    if (SameWord(label.name, "language")) to = &language_;
    if (SameWord(label.name, "url")) to = &url_;
    if (to != nullptr && to->empty()) *to = OnOneLine(label.value);
    return to;
  }

  // Of the groups before the first label: publisher, day, headline in the older form; headline, publisher, day in the
  // newer.
  void ReadFront(Article& article) {
    size_t day_at = front_.size();
    for (size_t i = 0; i < front_.size() && day_at == front_.size(); ++i) {
      for (const std::string_view line : front_[i].lines) {
        if (auto day = PublishedDay(line, options_.day_order)) {
          article.published = std::move(*day);
          day_at = i;
          break;
        }
      }
    }
    if (day_at == front_.size()) {
      if (!front_.empty()) article.title = Joined(front_.front().lines);
      return;
    }
    if (day_at >= 2) article.title = Joined(front_.front().lines);
    if (day_at >= 1) article.publisher = Joined(front_[day_at - 1].lines);
    for (size_t i = day_at + 1; i < front_.size() && article.title.empty(); ++i) {
      const std::string_view line = front_[i].lines.front();
      const bool edition = LowerBytes(line).find("edition") != std::string::npos && i + 1 < front_.size();
      if (!edition) article.title = Joined(front_[i].lines);
    }
  }

  Article Finish() {
    Article article;
    ReadFront(article);
    if (!headline_.empty()) article.title = headline_;
    article.language = language_;
    article.url = url_.starts_with("http") ? url_ : std::string();
    if (article.published.empty() && !load_day_.empty()) {
      SetPublished(load_day_, options_.day_order, article);
      if (!article.published.empty()) article.notes.emplace_back("published: the day of loading, as no other is given");
    }
    article.text = article.title;
    if (!dateline_.empty() && !BeginsWithWord(body_.front(), dateline_)) body_.front().insert(0, dateline_ + " — ");
    for (const std::string& paragraph : body_) article.text += (article.text.empty() ? "" : "\n\n") + paragraph;
    return article;
  }

  const ArticleOptions& options_;
  Place place_ = Place::kFront;
  std::vector<LineGroup> front_;
  std::vector<std::string> body_;
  std::string headline_, dateline_, load_day_, language_, url_;
};

}  // namespace

Result<Article> ArticleOfNexis(std::string_view utf8, const ArticleOptions& options) {
  return NexisDocument(options).Read(utf8);
}

}  // namespace rapporteur
