#include "coding/status_time.h"

#include "base/among.h"

namespace rapporteur {
namespace {

constexpr int64_t kHistoricalAfterDays = 365;

}  // namespace

std::optional<DateMention> DateOfOccasion(const Tree& tree, const Proposition& p, std::span<const DateMention> dates) {
  for (int c : tree.children(p.word)) {
    if (BaseRel(tree.rel(c)) != Rel::kObl && BaseRel(tree.rel(c)) != Rel::kNmod) continue;
    if (!Among(tree.preposition(c), {"in", "during", "under", "throughout", "amid"})) continue;
    for (const DateMention& date : dates) {
      if (date.sentence == p.sentence && date.resolved() && date.first <= c && !date.relative &&
          (date.head == c || tree.dominates(c, date.head))) {
        return date;
      }
    }
  }
  return std::nullopt;
}

EventStatus StatusAt(EventStatus status, const Proposition& p, const DateMention& when, Date published,
                     std::string& why) {
  const Date from = when.from.value_or(when.to.value_or(published));
  const Date to = when.to.value_or(published);
  if (status == EventStatus::kActual && published.days() - to.days() > kHistoricalAfterDays) {
    why = "historical: long before the report";
    return EventStatus::kHistorical;
  }
  const bool present = p.kind == PredicateKind::kVerb && !p.past && !p.perfect && !p.participle;
  if ((status == EventStatus::kActual || status == EventStatus::kOngoing) && present && published < from) {
    why = "future: a day after the report";
    return EventStatus::kFuture;
  }
  return status;
}

}  // namespace rapporteur
