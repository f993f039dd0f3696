#include "merge/history.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace rapporteur {
namespace {

enum class Track : uint8_t { kState, kAnswer, kMaking, kKeeping, kCalls, kStance };

Track TrackOf(ItemKind kind, StepKind step) {
  switch (step) {
    case StepKind::kConfirmed:
    case StepKind::kConditional:
    case StepKind::kRefused:
    case StepKind::kWithheld:
      return Track::kAnswer;
    case StepKind::kKept:
    case StepKind::kBreached:
      return Track::kKeeping;
    case StepKind::kCalledFor:
      return Track::kCalls;
    default:
      break;
  }
  return kind == ItemKind::kTalks ? Track::kState : kind == ItemKind::kAgreement ? Track::kMaking : Track::kStance;
}

bool IsDeed(StepKind step) {
  return step == StepKind::kHeld || step == StepKind::kAgreed || step == StepKind::kKept ||
         step == StepKind::kBreached || step == StepKind::kEnded;
}

struct Told {
  const MergeItem* item = nullptr;
  const MergeStep* step = nullptr;
  size_t order = 0;  // of telling
  int32_t moment = 0;
};

std::vector<Told> InOrder(const std::vector<const MergeItem*>& mentions, const std::vector<MergeReport>& reports) {
  std::vector<Told> steps;
  for (const MergeItem* mention : mentions) {
    const MergeReport& report = reports[mention->report];
    for (const MergeStep& step : mention->steps) {
      const bool own = step.dated && (!report.has_day || (IsDeed(step.kind) && step.day <= report.day));
      steps.push_back({mention, &step, steps.size(), own ? step.day : report.day});
    }
  }
  std::sort(steps.begin(), steps.end(),
            [](const Told& a, const Told& b) { return std::tie(a.moment, a.order) < std::tie(b.moment, b.order); });
  return steps;
}

// What is known of a merged item up to a step.
class Known {
 public:
  explicit Known(const NameNumbers& names) : names_(names) {}

  void Compare(const Told& told, HistoryStep& step) {
    const Track track = TrackOf(told.item->kind, told.step->kind);
    const bool apart = track == Track::kAnswer || track == Track::kKeeping || track == Track::kCalls;
    const auto who =
        apart ? std::pair(told.step->actor, told.step->actor == kNobody ? told.step->who : 0U) : std::pair(kNobody, 0U);
    const auto [last, is_first] = last_.try_emplace({track, who}, told.step->kind);
    step.changed = is_first || last->second != told.step->kind;
    last->second = told.step->kind;
    if (track == Track::kState) Moved(told, step);
  }

 private:
  // Talks that are put off or take place elsewhere.
  void Moved(const Told& told, HistoryStep& step) {
    const MergeItem& item = *told.item;
    if (item.place != 0) {
      if (place_ != 0 && place_ != item.place) {
        step.field = "venue";
        step.value = names_.text(item.place);
      }
      place_ = item.place;
    }
    if (item.dated) {
      if (dated_ && (item.to < from_ || item.from > to_)) {
        step.field = "date";
        step.value = Date::FromDays(item.from).iso();
      }
      dated_ = true;
      from_ = item.from;
      to_ = item.to;
    }
    step.changed = step.changed || !step.field.empty();
  }

  const NameNumbers& names_;
  std::map<std::pair<Track, std::pair<uint32_t, uint32_t>>, StepKind> last_;
  uint32_t place_ = 0;
  bool dated_ = false;
  int32_t from_ = 0, to_ = 0;
};

}  // namespace

void AddHistory(uint32_t merged, const std::vector<const MergeItem*>& mentions, const std::vector<MergeReport>& reports,
                const NameNumbers& names, std::vector<HistoryStep>& history) {
  Known known(names);
  uint32_t n = 0;
  for (const Told& told : InOrder(mentions, reports)) {
    const MergeReport& report = reports[told.item->report];
    HistoryStep step;
    step.merged = merged;
    step.report = told.item->report;
    step.item = told.item->item;
    step.n = ++n;
    step.has_told = report.has_day;
    step.told = report.day;
    step.has_day = told.step->dated || report.has_day;
    step.day = told.step->dated ? told.step->day : report.day;
    step.step = told.step->kind;
    step.who = names.text(told.step->who);
    known.Compare(told, step);
    history.push_back(std::move(step));
  }
}

}  // namespace rapporteur
