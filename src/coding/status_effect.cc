#include "coding/status_effect.h"

#include <utility>

namespace rapporteur {
namespace {

constexpr std::pair<std::string_view, EventStatus> kValues[] = {
    {"actual", EventStatus::kActual},   {"ongoing", EventStatus::kOngoing},
    {"future", EventStatus::kFuture},   {"hypothetical", EventStatus::kHypothetical},
    {"negated", EventStatus::kNegated}, {"historical", EventStatus::kHistorical},
    {"ceased", EventStatus::kActual}};

constexpr std::pair<std::string_view, std::string_view> kEffects[] = {{"keep", "tells"},
                                                                      {"actual", "so it was"},
                                                                      {"ongoing", "goes on"},
                                                                      {"future", "to come"},
                                                                      {"ceased", "ends"},
                                                                      {"hypothetical", "leaves it open"},
                                                                      {"negated", "negates"},
                                                                      {"historical", "past"},
                                                                      {"shares", "at that time"},
                                                                      {"done", "done if past"},
                                                                      {"same", "tells"},
                                                                      {"due", "to come, unless it had been"},
                                                                      {"unsure", "leaves open what is to come"}};

EventStatus ValueOf(std::string_view value) {
  for (const auto& [name, status] : kValues) {
    if (name == value) return status;
  }
  return EventStatus::kActual;
}

// What its own grammar says, where an infinitive's is that of what embeds it: "claims to support".
EventStatus Kept(EventStatus above, const OwnStatus& own) {
  if (!own.open) return own.status;
  if (above == EventStatus::kOngoing || above == EventStatus::kHistorical) return EventStatus::kActual;
  return above;
}

// Two clauses of one time: told in the past it stands, else it comes when its main clause comes.
EventStatus SharedTime(const Embedding& line, Over over, const OwnStatus& own) {
  if (own.modal || !Told(own.status)) return own.status;
  // "was not lifted until he had met them": what is told of the past was so.
  if ((own.past || own.noun) && (Told(over.status) || (over.status == EventStatus::kNegated && over.past)))
    return own.status;
  const EventStatus above = over.status;
  const bool open = above == EventStatus::kFuture || above == EventStatus::kHypothetical;
  if (line.polarity != "keep") return ValueOf(line.polarity);
  return open && !own.past && !own.noun ? above : own.status;
}

// What goes on or ends went on before, whether or not the going on or the ending comes true.
bool StandsAlready(const Embedding& line, std::string_view value) {
  return value == "ceased" || (value == "ongoing" && line.polarity == "ceased");
}

EventStatus Positive(const Embedding& line, Over over, const OwnStatus& own) {
  const EventStatus above = over.status;
  if (line.status == "shares") return SharedTime(line, over, own);
  const bool factive = line.status == "actual" && line.polarity == "actual";
  const bool negated = above == EventStatus::kNegated;
  const std::string_view value = negated ? line.polarity : line.status;
  if (value == "same") return Told(above) ? Kept(above, own) : above;
  if (value == "keep" || factive) return Kept(factive ? EventStatus::kActual : above, own);
  if (own.modal && line.pos != PredicatePos::kPhrase && (value == "actual" || value == "ongoing" || value == "future"))
    return own.status;
  if (own.modified && !Told(own.status) && (value == "hypothetical" || value == "future")) return own.status;
  if (value == "unsure") return Told(own.status) && !own.open ? own.status : EventStatus::kHypothetical;
  if (!negated && !Told(above) && StandsAlready(line, value)) return EventStatus::kOngoing;
  EventStatus result = ValueOf(value);
  // Who will prevent it has not yet: fail and prevent, which their negation turns round.
  const bool turns = line.status == "negated" && line.polarity == "actual";
  if (turns && above == EventStatus::kFuture) return EventStatus::kHypothetical;
  if (negated && over.will && line.status == "future") return EventStatus::kNegated;
  if (value == "due") result = over.past_perfect ? EventStatus::kNegated : EventStatus::kFuture;
  if (value == "done") result = over.past ? EventStatus::kActual : EventStatus::kHypothetical;
  if (above == EventStatus::kHypothetical) return EventStatus::kHypothetical;
  if (above == EventStatus::kFuture && Told(result)) return EventStatus::kFuture;
  if (result == EventStatus::kActual && !own.open && own.status == EventStatus::kOngoing) return own.status;
  return result;
}

}  // namespace

bool Told(EventStatus s) {
  return s == EventStatus::kActual || s == EventStatus::kOngoing || s == EventStatus::kHistorical;
}

EventStatus Negate(EventStatus s) {
  if (s == EventStatus::kNegated) return EventStatus::kActual;
  return s == EventStatus::kHypothetical || s == EventStatus::kHistorical ? s : EventStatus::kNegated;
}

EventStatus Alone(const OwnStatus& own) { return own.negated ? Negate(own.status) : own.status; }

EventStatus Under(const Embedding& line, Over over, const OwnStatus& own) {
  const EventStatus positive = Positive(line, over, own);
  return own.negated ? Negate(positive) : positive;
}

std::string_view EffectName(std::string_view value) {
  for (const auto& [name, effect] : kEffects) {
    if (name == value) return effect;
  }
  return value;
}

}  // namespace rapporteur
