#include "ask/brief.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "ask/differences.h"
#include "ask/told.h"
#include "base/among.h"
#include "formats/phrases.h"
#include "formats/prose_names.h"
#include "formats/prose_words.h"
#include "formats/weighing.h"

namespace rapporteur {
namespace {

constexpr size_t kMostWords = 4;  // reports whose sentences stand behind a line
constexpr double kPositionWeight = 1.6;
constexpr std::string_view kSpokenOf = "was spoken of.";  // an agreement of which nothing is told

struct Thing {
  Found found;
  std::vector<Told> told;  // in the period
  size_t best = 0;         // of told: whose words the line takes
  std::optional<Date> day;
  double weight = 0;
  LineStatus status = LineStatus::kNone;
};

LineStatus LineStatusOf(EventStatus status) { return static_cast<LineStatus>(static_cast<int>(status) + 1); }

LineStatus StatusOf(const Told& told) {
  const auto index = static_cast<size_t>(told.item.index);
  const Items& items = told.rec().items;
  if (told.item.kind == ItemKind::kEvent) return LineStatusOf(items.events[index].status);
  if (told.item.kind == ItemKind::kTalks) return LineStatusOf(StatusOf(items.talks[index].status));
  return LineStatus::kNone;
}

// Whether the telling sentence is a headline, by its place or by its capitals.
bool IsHeadline(const Told& told) {
  const Record& record = told.rec();
  const int number = SentenceNumber(record, BeginOf(told.base()));
  if (number <= 0) return false;
  const RecordedSentence& sentence = record.report.sentences[static_cast<size_t>(number) - 1];
  if (sentence.kind != SegmentKind::kProse) return true;
  const std::string_view words = sentence.span.of(record.text);
  size_t capitals = 0, all = 0;
  for (size_t i = 0; i < words.size(); ++i) {
    if ((i > 0 && words[i - 1] != ' ') || words[i] == ' ') continue;
    const bool capital = words[i] >= 'A' && words[i] <= 'Z';
    capitals += capital ? 1 : 0;
    all += capital || (words[i] >= 'a' && words[i] <= 'z') ? 1 : 0;
  }
  return all > 3 && capitals * 2 > all;
}

// What makes a mention the one whose words the line takes: its weight, words of its own, and whom it names.
double Rank(const Told& told, const VerbForms& verbs) {
  double rank = WeightOf(told.rec(), told.item);
  if (IsHeadline(told)) rank -= 2;  // it leaves out what sentences say
  if (told.item.kind != ItemKind::kEvent) return rank;
  const Event& event = told.rec().items.events[static_cast<size_t>(told.item.index)];
  const auto listed = [](const std::vector<ActorRef>& refs) {
    return std::any_of(refs.begin(), refs.end(), [](const ActorRef& ref) { return ref.actor >= 0; });
  };
  if (FindOwnWords(told.rec(), event, verbs)) rank += 1;
  return rank + (listed(event.actors) ? 0.5 : 0) + (listed(event.recipients) ? 0.5 : 0) + (event.place ? 0.2 : 0);
}

// A position on a word that stands for something else ("it") says nothing here.
bool SaysSomething(const Told& told) {
  if (told.item.kind != ItemKind::kPosition) return true;
  const Position& position = told.rec().items.positions[static_cast<size_t>(told.item.index)];
  return SmallWords(position.proposition.of(told.rec().text)).size() >= 3;
}

std::optional<Date> OwnDay(const Told& told) {
  if (told.item.kind != ItemKind::kEvent) return std::nullopt;
  const Event& event = told.rec().items.events[static_cast<size_t>(told.item.index)];
  const bool done = event.status == EventStatus::kActual || event.status == EventStatus::kNegated;
  if (!done || !event.date || event.date->from != event.date->to) return std::nullopt;
  return event.date->from;
}

class BriefMaker {
 public:
  BriefMaker(Store& store, const BriefOptions& options) : options_(options), store_(store), records_(store) {}

  Result<Document> Make() {
    if (const auto status = ReadPeriod(); !status.ok()) return status.error();
    auto found = FindThings();
    if (!found.ok()) return found.error();
    auto differences = ReadDifferences(store_);
    if (!differences.ok()) return differences.error();
    differences_ = std::move(*differences);
    for (Found& one : *found) {
      const auto status = Add(std::move(one));
      if (!status.ok()) return status.error();
    }
    return Write();
  }

 private:
  Result<std::vector<Found>> FindThings() {
    Question question;
    question.kinds = {ItemKind::kEvent, ItemKind::kPosition, ItemKind::kTalks, ItemKind::kAgreement,
                      ItemKind::kDispute};
    question.countries = options_.countries;
    if (options_.about.empty()) return Find(store_, question);
    std::vector<Found> all;
    for (const std::string& about : options_.about) {
      for (const int way : {0, 1, 2}) {
        Question one = question;
        if (way == 0) one.actors = {about};
        if (way == 1) one.agreement = about;
        if (way == 2) one.text = about;
        auto found = Find(store_, one);
        if (!found.ok()) return found.error();
        for (Found& more : *found) Join(std::move(more), all);
      }
    }
    return all;
  }

  // The same thing found another way: the mentions of both.
  void Join(Found found, std::vector<Found>& all) {
    const std::pair<int64_t, int64_t> key = found.merged != 0
                                                ? std::pair<int64_t, int64_t>{-1, found.merged}
                                                : std::pair{found.mentions.front().report, found.mentions.front().item};
    const auto [at, is_new] = places_.try_emplace(key, all.size());
    if (is_new) {
      all.push_back(std::move(found));
      return;
    }
    std::vector<FoundMention>& mentions = all[at->second].mentions;
    for (const FoundMention& mention : found.mentions) {
      if (std::find(mentions.begin(), mentions.end(), mention) == mentions.end()) mentions.push_back(mention);
    }
    std::sort(mentions.begin(), mentions.end(), [](const FoundMention& a, const FoundMention& b) {
      return std::pair(a.report, a.item) < std::pair(b.report, b.item);
    });
  }

  bool InPeriod(const std::optional<Date>& day) const {
    if (!day) return !options_.since && !options_.until;
    return (!options_.since || *options_.since <= *day) && (!options_.until || *day <= *options_.until);
  }

  // The reports of the period: no other need be loaded.
  Status ReadPeriod() {
    auto rows = store_.Ask("SELECT report::BIGINT, published FROM reports ORDER BY report");
    if (!rows.ok()) return rows.error();
    while (rows->Next()) {
      const auto day = rows->IsNull(1) ? std::nullopt : std::optional<Date>(Date::FromDays(rows->Int(1)));
      if (InPeriod(day)) period_.insert(rows->Int(0));
    }
    return records_.Load({period_.begin(), period_.end()});
  }

  Status Add(Found found) {
    std::erase_if(found.mentions, [&](const FoundMention& one) { return !period_.contains(one.report); });
    if (found.mentions.empty()) return Ok{};
    auto told = LoadTold(records_, found.mentions);
    if (!told.ok()) return told.error();
    Thing thing;
    thing.found = std::move(found);
    std::optional<Date> first;
    for (Told& one : *told) {
      const auto day = one.published();
      if (!SaysSomething(one)) continue;
      if (day && (!first || *day < *first)) first = day;
      thing.told.push_back(std::move(one));
    }
    if (thing.told.empty()) return Ok{};
    const VerbForms& verbs = options_.prose->verbs();
    for (size_t i = 1; i < thing.told.size(); ++i) {
      if (Rank(thing.told[i], verbs) > Rank(thing.told[thing.best], verbs)) thing.best = i;
    }
    const Told& best = thing.told[thing.best];
    thing.status = StatusOf(best);
    if (!Wanted(thing)) return Ok{};
    const auto own = OwnDay(best);
    thing.day = own && first && InPeriod(own) && *own <= *first ? own : first;
    const bool position = best.item.kind == ItemKind::kPosition;
    thing.weight = (position ? kPositionWeight : WeightOf(best.rec(), best.item)) +
                   1.5 * std::log2(static_cast<double>(std::max<int64_t>(thing.found.publishers, 1)));
    things_.push_back(std::move(thing));
    return Ok{};
  }

  bool Wanted(const Thing& thing) const {
    if (options_.all) return true;
    if (thing.status == LineStatus::kBackground) return false;
    const Told& best = thing.told[thing.best];
    const bool talks = best.item.kind == ItemKind::kTalks;  // proposed ones are news
    if (thing.status == LineStatus::kPossible && !talks) return false;
    return best.item.kind == ItemKind::kPosition || WeightOf(best.rec(), best.item) > 0;
  }

  Document Write() {
    std::stable_sort(things_.begin(), things_.end(), [](const Thing& a, const Thing& b) {
      if (a.day.has_value() != b.day.has_value()) return a.day.has_value();
      if (a.day != b.day) return *b.day < *a.day;
      return a.weight > b.weight;
    });
    Document document;
    document.title = Title();
    size_t shown = 0;
    for (size_t at = 0; at < things_.size();) {
      size_t end = at;
      while (end < things_.size() && things_[end].day == things_[at].day) ++end;
      document.sections.push_back(Day(at, end));
      shown += document.sections.back().lines.size();
      at = end;
    }
    document.sources = sources_.Take();
    document.about = About(shown);
    return document;
  }

  std::string Title() const {
    std::string title = "Brief";
    if (!options_.about.empty()) title += ": " + JoinNames(options_.about);
    return title;
  }

  std::string About(size_t shown) const {
    const auto day = [](Date date) { return ProseDay({date, date, {}}, std::nullopt); };
    std::string about = "What reports ";
    if (options_.since) about += "of " + day(*options_.since) + (options_.until == options_.since ? "" : " and later ");
    if (options_.until && options_.until != options_.since)
      about =
          "What reports " + (options_.since ? "of " + day(*options_.since) + " to " : "up to ") + day(*options_.until);
    while (about.ends_with(' ')) about.pop_back();
    about += " tell";
    if (!options_.all) about += ", without background and what is only possible";
    return about + ". " + std::to_string(shown) + " of " + std::to_string(things_.size()) + " things.";
  }

  DocumentSection Day(size_t begin, size_t end) {
    DocumentSection section;
    const std::optional<Date> day = things_[begin].day;
    static constexpr std::string_view kDays[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                 "Friday", "Saturday", "Sunday"};
    section.heading = day ? std::string(kDays[day->weekday()]) + ", " + ProseDay({*day, *day, {}}, std::nullopt)
                          : std::string("Without a day");
    std::map<std::string, size_t> lines;
    for (size_t i = begin; i < end; ++i) {
      if (options_.most_a_day != 0 && section.lines.size() == options_.most_a_day) break;
      DocumentLine line = Line(things_[i]);
      if (line.text.ends_with(kSpokenOf) && !options_.all) continue;
      const auto [at, is_new] = lines.try_emplace(line.text + '\n' + LabelOf(line), section.lines.size());
      if (is_new) {
        section.lines.push_back(std::move(line));
      } else {
        auto& citations = section.lines[at->second].citations;
        citations.insert(citations.end(), line.citations.begin(), line.citations.end());
      }
    }
    return section;
  }

  DocumentLine Line(const Thing& thing) {
    const Told& best = thing.told[thing.best];
    ProseOptions prose;
    prose.table = options_.prose;
    prose.day = thing.day;
    DocumentLine line;
    line.text = ItemProse(best.rec(), best.item, prose);
    line.status = thing.status;
    if (best.item.kind == ItemKind::kTalks)
      line.label = StatusPhrase(best.rec().items.talks[static_cast<size_t>(best.item.index)].status);
    if (best.item.kind == ItemKind::kPosition) line.label = "position";
    if (best.item.kind == ItemKind::kAgreement) line.label = "agreement";
    if (best.item.kind == ItemKind::kDispute) line.label = "disputed";
    const auto differ = differences_.find(thing.found.merged);
    if (differ != differences_.end() && thing.found.merged != 0) line.notes = differ->second;
    const std::string by = ToldBy(thing.found);
    if (!by.empty()) line.told = "told in " + by;
    line.citations.push_back(sources_.Cite(best));
    for (const Told& told : thing.told) {
      const Citation citation = sources_.Cite(told);
      if (citation != line.citations.front()) line.citations.push_back(citation);
      if (line.words.size() < kMostWords) line.words.push_back(sources_.Words(told));
    }
    return line;
  }

  const BriefOptions& options_;
  Store& store_;
  Records records_;
  Differences differences_;
  std::map<std::pair<int64_t, int64_t>, size_t> places_;
  std::set<int64_t> period_;  // reports
  std::vector<Thing> things_;
  Sources sources_;
};

}  // namespace

Result<Document> MakeBrief(Store& store, const BriefOptions& options) { return BriefMaker(store, options).Make(); }

}  // namespace rapporteur
