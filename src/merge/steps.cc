#include "merge/steps.h"

#include <array>
#include <optional>
#include <string>

namespace rapporteur {
namespace {

void SetDay(const std::optional<DateValue>& date, MergeStep& step) {
  if (!date) return;
  step.dated = true;
  step.day = static_cast<int32_t>(date->from.days());
}

void SetWho(const Record& record, const ActorRef& ref, NameNumbers& names, MergeStep& step) {
  if (ref.actor >= 0) {
    step.actor = static_cast<uint32_t>(ref.actor);
    step.who = names.Of(record.items.actors[static_cast<size_t>(ref.actor)].name);
  } else {
    step.who = names.Of(ref.span.of(record.text));
  }
}

StepKind StepOf(TalksStatus status) {
  static constexpr std::array<StepKind, 6> kSteps = {StepKind::kHeld,     StepKind::kUnderway,  StepKind::kScheduled,
                                                     StepKind::kProposed, StepKind::kPostponed, StepKind::kCancelled};
  return kSteps.at(static_cast<size_t>(status));
}

StepKind StepOf(Answer answer) {
  static constexpr std::array<StepKind, 4> kSteps = {StepKind::kConfirmed, StepKind::kRefused, StepKind::kWithheld,
                                                     StepKind::kConditional};
  return kSteps.at(static_cast<size_t>(answer));
}

StepKind StepOf(Stance stance) {
  static constexpr std::array<StepKind, 3> kSteps = {StepKind::kFor, StepKind::kAgainst, StepKind::kOpen};
  return kSteps.at(static_cast<size_t>(stance));
}

}  // namespace

std::string_view NameOf(StepKind step) {
  static constexpr std::array<std::string_view, 18> kNames = {
      "proposed",  "scheduled", "confirmed", "conditional", "refused", "withheld",
      "postponed", "cancelled", "underway",  "held",        "agreed",  "called_for",
      "kept",      "breached",  "ended",     "for",         "against", "open"};
  return kNames.at(static_cast<size_t>(step));
}

std::vector<MergeStep> StepsOf(const Record& record, const Talks& talks, NameNumbers& names) {
  std::vector<MergeStep> steps(1);
  steps[0].kind = StepOf(talks.status);
  SetDay(talks.date, steps[0]);
  if (talks.status == TalksStatus::kProposed && !talks.proposers.empty())
    SetWho(record, talks.proposers.front(), names, steps[0]);
  for (const TalksAnswer& answer : talks.answers) {
    MergeStep& step = steps.emplace_back();
    step.kind = StepOf(answer.answer);
    SetWho(record, answer.who, names, step);
  }
  return steps;
}

std::vector<MergeStep> StepsOf(const Record& record, const Agreement& agreement, NameNumbers& names) {
  std::vector<MergeStep> steps;
  if (agreement.date) {
    MergeStep& step = steps.emplace_back();
    step.kind = StepKind::kAgreed;
    SetDay(agreement.date, step);
  }
  for (const int call : agreement.calls) {
    const Event& event = record.items.events[static_cast<size_t>(call)];
    MergeStep& step = steps.emplace_back();
    step.kind = StepKind::kCalledFor;
    SetDay(event.date, step);
    if (!event.actors.empty()) SetWho(record, event.actors.front(), names, step);
  }
  for (const AgreementKept& kept : agreement.kept) {
    MergeStep& step = steps.emplace_back();
    step.kind = kept.kept ? StepKind::kKept : StepKind::kBreached;
    if (kept.who) SetWho(record, *kept.who, names, step);
  }
  return steps;
}

std::vector<MergeStep> StepsOf(const Record& record, const Position& position, NameNumbers& names) {
  std::vector<MergeStep> steps(1);
  steps[0].kind = StepOf(position.stance);
  SetWho(record, position.holder, names, steps[0]);
  if (position.statement >= 0) SetDay(record.items.statements[static_cast<size_t>(position.statement)].date, steps[0]);
  return steps;
}

}  // namespace rapporteur
