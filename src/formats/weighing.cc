#include "formats/weighing.h"

#include <algorithm>
#include <cmath>

namespace rapporteur {
namespace {

size_t CountOfRole(const ItemBase& item, std::string_view role) {
  return static_cast<size_t>(std::count_if(item.evidence.begin(), item.evidence.end(),
                                           [&](const Evidence& evidence) { return evidence.role == role; }));
}

// What stands in the headline and the lead is what the report is about.
double PlaceWeight(const Record& record, const ItemBase& item) {
  const int sentence = SentenceNumber(record, BeginOf(item));
  if (sentence <= 2) return 1.2;
  return sentence <= 5 ? 0.6 : 0.0;
}

double StatusWeight(EventStatus status) {
  switch (status) {
    case EventStatus::kActual:
    case EventStatus::kOngoing:
      return 1.0;
    case EventStatus::kFuture:
      return 0.6;
    case EventStatus::kHypothetical:
    case EventStatus::kNegated:
    case EventStatus::kHistorical:
      break;
  }
  return -0.6;
}

bool ShownByTalks(const Items& items, const Event& event) {
  return std::any_of(items.talks.begin(), items.talks.end(), [&](const Talks& talks) {
    return std::any_of(event.evidence.begin(), event.evidence.end(), [&](const Evidence& mine) {
      return mine.role == "trigger" &&
             std::any_of(talks.evidence.begin(), talks.evidence.end(),
                         [&](const Evidence& theirs) { return theirs.span.overlaps(mine.span); });
    });
  });
}

double WeightOf(const Record& record, const Event& event) {
  if (event.type == "CONSULT" && ShownByTalks(record.items, event)) return 0;
  double weight = StatusWeight(event.status) + PlaceWeight(record, event) + std::abs(event.score) / 10;
  if (!event.actors.empty()) weight += 0.4;
  if (!event.recipients.empty()) weight += 0.3;
  if (event.counts.killed || event.counts.size) weight += 0.5;
  if (!event.asserted_by.empty()) weight -= 0.4;
  return weight + 0.2 * static_cast<double>(std::min<size_t>(CountOfRole(event, "trigger"), 4));
}

double WeightOf(const Record& record, const Talks& talks) {
  const double sides = talks.participants.size() >= 2 ? 0.8 : 0.0;
  return 1.0 + sides + PlaceWeight(record, talks) + (talks.date ? 0.3 : 0.0);
}

double WeightOf(const Record& record, const Agreement& agreement) {
  const double terms = 0.2 * static_cast<double>(std::min<size_t>(agreement.terms.size(), 4));
  return 1.0 + terms + PlaceWeight(record, agreement) + (agreement.parties.size() >= 2 ? 0.5 : 0.0);
}

double WeightOf(const Record& record, const Dispute& dispute) { return 1.4 + PlaceWeight(record, dispute); }

}  // namespace

uint32_t BeginOf(const ItemBase& item) {
  for (const Evidence& evidence : item.evidence) {
    if (evidence.role == "trigger" || evidence.role == "subject") return evidence.span.begin;
  }
  return item.evidence.empty() ? 0 : item.evidence.front().span.begin;
}

double WeightOf(const Record& record, ItemRef item) {
  const auto index = static_cast<size_t>(item.index);
  switch (item.kind) {
    case ItemKind::kEvent:
      return WeightOf(record, record.items.events[index]);
    case ItemKind::kTalks:
      return WeightOf(record, record.items.talks[index]);
    case ItemKind::kAgreement:
      return WeightOf(record, record.items.agreements[index]);
    case ItemKind::kDispute:
      return WeightOf(record, record.items.disputes[index]);
    case ItemKind::kActor:
    case ItemKind::kStatement:
    case ItemKind::kPosition:
      break;
  }
  return 0;
}

}  // namespace rapporteur
