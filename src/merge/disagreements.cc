#include "merge/disagreements.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <string>

#include "lexicon/fold.h"
#include "merge/same_item.h"
#include "record/names.h"

namespace rapporteur {
namespace {

constexpr size_t kMostCompared = 40;  // mentions of one item, the first ones
constexpr int32_t kTollRises = 7;     // days after the event
constexpr int32_t kOneDay = 7;        // days: a date that is longer tells no day
constexpr int32_t kOneOff = 1;        // day by which dates of one deed differ: midnight, the report's zone
constexpr int32_t kAtOnce = 1;        // days between two verdicts on one agreement
constexpr float kBeside = 0.2F;       // degrees between two names of one place

bool IsDay(const MergeItem& item) { return item.dated && item.to - item.from < kOneDay; }
bool DaysDiffer(const MergeItem& a, const MergeItem& b) {
  return IsDay(a) && IsDay(b) && std::max(a.from - b.to, b.from - a.to) > kOneOff;
}
bool IsNegated(const MergeItem& item) { return item.status == static_cast<uint8_t>(EventStatus::kNegated); }
bool Is(const MergeItem& item, TalksStatus status) { return item.status == static_cast<uint8_t>(status); }

const MergeStep* StepOf(const MergeItem& item, std::initializer_list<StepKind> kinds) {
  for (const MergeStep& step : item.steps) {
    if (std::find(kinds.begin(), kinds.end(), step.kind) != kinds.end()) return &step;
  }
  return nullptr;
}

// The search of one item.
class Search {
 public:
  using Said = std::function<std::string(const MergeItem&)>;
  using Differ = std::function<bool(const MergeItem&, const MergeItem&)>;

  Search(uint32_t merged, const std::vector<const MergeItem*>& mentions, const std::vector<MergeReport>& reports,
         const CopyResult& copies, const NameNumbers& names, std::vector<Disagreement>& found)
      : merged_(merged), mentions_(mentions), reports_(reports), copies_(copies), names_(names), found_(found) {}

  void Event() {
    static constexpr std::string_view kCounts[] = {"killed", "injured", "arrested", "size"};
    for (size_t i = 0; i < std::size(kCounts); ++i) {
      Field(
          kCounts[i], [&](const MergeItem& m) { return names_.text(m.counts.at(i).said); },
          [&](const MergeItem& a, const MergeItem& b) { return CountsDiffer(a, b, i); });
    }
    Field("place", Place(), [&](const MergeItem& a, const MergeItem& b) { return PlacesDiffer(a, b); });
    Field("actor", Sides(),
          [](const MergeItem& a, const MergeItem& b) { return CompareSides(a.actors, b.actors).strangers; });
    Field(
        "status", [](const MergeItem& m) { return std::string(NameOf(static_cast<EventStatus>(m.status))); },
        [](const MergeItem& a, const MergeItem& b) { return IsNegated(a) != IsNegated(b); });
  }

  // Plans change from one day to the next; what was held was held on one day.
  void Talks() {
    const auto at_once = [&](const MergeItem& a, const MergeItem& b) {
      return a.status == b.status && (Is(a, TalksStatus::kHeld) || Gap(a, b) == 0);
    };
    Field("date", Date(), [&](const MergeItem& a, const MergeItem& b) { return at_once(a, b) && DaysDiffer(a, b); });
    Field("place", Place(),
          [&](const MergeItem& a, const MergeItem& b) { return at_once(a, b) && PlacesDiffer(a, b); });
    Field(
        "status", [](const MergeItem& m) { return std::string(NameOf(static_cast<TalksStatus>(m.status))); },
        [&](const MergeItem& a, const MergeItem& b) { return CancelledWhenHeld(a, b) || CancelledWhenHeld(b, a); });
    Field("parties", Sides(), [&](const MergeItem& a, const MergeItem& b) {
      return at_once(a, b) && CompareSides(a.actors, b.actors).strangers;
    });
  }

  void Agreement() {
    Field("date", Date(), DaysDiffer);
    Field("parties", Sides(), [](const MergeItem& a, const MergeItem& b) {
      return a.actors.size() > 1 && b.actors.size() > 1 && CompareSides(a.actors, b.actors).strangers;
    });
    const auto verdict = [](const MergeItem& m) { return StepOf(m, {StepKind::kKept, StepKind::kBreached}); };
    Field(
        "keeping",
        [&](const MergeItem& m) { return std::string(verdict(m) == nullptr ? "" : NameOf(verdict(m)->kind)); },
        [&](const MergeItem& a, const MergeItem& b) {
          const MergeStep* one = verdict(a);
          const MergeStep* other = verdict(b);
          return one != nullptr && other != nullptr && one->kind != other->kind && one->actor == other->actor &&
                 Gap(a, b) <= kAtOnce;
        });
    const auto made = [](const MergeItem& m) { return StepOf(m, {StepKind::kAgreed, StepKind::kEnded}); };
    Field(
        "status", [&](const MergeItem& m) { return std::string(made(m) == nullptr ? "" : NameOf(made(m)->kind)); },
        [&](const MergeItem& a, const MergeItem& b) {
          return made(a) != nullptr && made(b) != nullptr && made(a)->kind != made(b)->kind && Gap(a, b) == 0;
        });
  }

  void Position() {
    Field(
        "stance", [](const MergeItem& m) { return std::string(NameOf(m.steps.front().kind)); },
        [&](const MergeItem& a, const MergeItem& b) {
          const StepKind one = a.steps.front().kind;
          const StepKind other = b.steps.front().kind;
          return one != other && one != StepKind::kOpen && other != StepKind::kOpen && Gap(a, b) == 0;
        });
  }

 private:
  // All mentions that say something, where two independent ones differ.
  void Field(std::string_view field, const Said& said, const Differ& differ) {
    const size_t count = std::min(mentions_.size(), kMostCompared);
    bool differs = false;
    for (size_t i = 0; i < count && !differs; ++i) {
      for (size_t j = i + 1; j < count && !differs; ++j) {
        differs = differ(*mentions_[i], *mentions_[j]) && !said(*mentions_[i]).empty() &&
                  !said(*mentions_[j]).empty() &&
                  AreIndependent(mentions_[i]->report, mentions_[j]->report, reports_, copies_);
      }
    }
    if (!differs) return;
    for (const MergeItem* mention : mentions_) {
      std::string value = said(*mention);
      if (!value.empty()) found_.push_back({merged_, field, std::move(value), mention->report, mention->item});
    }
  }

  Said Place() const {
    return [this](const MergeItem& m) { return names_.text(m.place); };
  }
  static Said Date() {
    return [](const MergeItem& m) { return IsDay(m) ? rapporteur::Date::FromDays(m.from).iso() : std::string(); };
  }
  Said Sides() const {
    return [this](const MergeItem& m) {
      std::string all;
      for (const MergeSide& side : m.actors) all += (all.empty() ? "" : ", ") + names_.text(side.said);
      return all;
    };
  }

  // Days between the reports; of one without a day none.
  int32_t Gap(const MergeItem& a, const MergeItem& b) const {
    const MergeReport& one = reports_[a.report];
    const MergeReport& other = reports_[b.report];
    return one.has_day && other.has_day ? std::abs(one.day - other.day) : 0;
  }

  // Not where the later report, soon after the event, tells of more: the dead are still being counted.
  bool CountsDiffer(const MergeItem& a, const MergeItem& b, size_t which) const {
    const MergeCount& one = a.counts.at(which);
    const MergeCount& other = b.counts.at(which);
    if (one.said == 0 || other.said == 0 || one.range.meets(other.range)) return false;
    const MergeReport& of_one = reports_[a.report];
    const MergeReport& of_other = reports_[b.report];
    if (!of_one.has_day || !of_other.has_day || of_one.day == of_other.day) return true;
    const bool one_first = of_one.day < of_other.day;
    const bool rose = one_first ? one.range.least < other.range.least : other.range.least < one.range.least;
    const int32_t happened = std::min({a.from, b.from, of_one.day, of_other.day});
    return !rose || std::max(of_one.day, of_other.day) - happened > kTollRises;
  }

  // "Aleppo" and "Aleppo province" do not contradict each other, nor do a town and a quarter that nobody knows.
  bool PlacesDiffer(const MergeItem& a, const MergeItem& b) const {
    if (a.place == 0 || b.place == 0 || a.placed != b.placed) return false;
    if (a.placed && std::hypot(a.lat - b.lat, a.lon - b.lon) < kBeside) return false;
    const std::string one = FoldName(names_.text(a.place));
    const std::string other = FoldName(names_.text(b.place));
    return one.find(other) == std::string::npos && other.find(one) == std::string::npos;
  }

  // Cancelled, as a report says that is no earlier than one that tells of their being held.
  bool CancelledWhenHeld(const MergeItem& a, const MergeItem& b) const {
    return Is(a, TalksStatus::kCancelled) && Is(b, TalksStatus::kHeld) &&
           (!reports_[a.report].has_day || !reports_[b.report].has_day ||
            reports_[a.report].day >= reports_[b.report].day);
  }

  uint32_t merged_;
  const std::vector<const MergeItem*>& mentions_;
  const std::vector<MergeReport>& reports_;
  const CopyResult& copies_;
  const NameNumbers& names_;
  std::vector<Disagreement>& found_;
};

}  // namespace

bool AreIndependent(uint32_t a, uint32_t b, const std::vector<MergeReport>& reports, const CopyResult& copies) {
  if (copies.group[a] == copies.group[b]) return false;
  if (reports[a].publisher != 0 && reports[a].publisher == reports[b].publisher) return false;
  const auto rests = [&](uint32_t one, uint32_t on) {
    const std::vector<uint32_t>& from = copies.stitched_from[one];
    return std::find(from.begin(), from.end(), copies.group[on]) != from.end();
  };
  return !rests(a, b) && !rests(b, a);
}

void DisagreementFinder::Find(uint32_t merged, const std::vector<const MergeItem*>& mentions,
                              std::vector<Disagreement>& found) const {
  if (mentions.size() < 2) return;
  Search search(merged, mentions, reports_, copies_, names_, found);
  switch (mentions.front()->kind) {
    case ItemKind::kEvent:
      return search.Event();
    case ItemKind::kTalks:
      return search.Talks();
    case ItemKind::kAgreement:
      return search.Agreement();
    case ItemKind::kPosition:
      return search.Position();
    default:
      return;
  }
}

}  // namespace rapporteur
