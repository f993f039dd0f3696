// What an item of one report tells of the course of its matter: that talks are to be or were held, who confirms them,
// that an agreement was reached, kept or broken, what somebody is for. merge/history.h puts the steps of all reports in
// order.
//
// Stateless, deterministic.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "merge/names.h"
#include "merge/stories.h"
#include "record/record.h"

namespace rapporteur {

enum class StepKind : uint8_t {
  // of talks
  kProposed,  // of agreements too
  kScheduled,
  kConfirmed,
  kConditional,
  kRefused,
  kWithheld,
  kPostponed,
  kCancelled,
  kUnderway,
  kHeld,
  // of agreements
  kAgreed,
  kCalledFor,
  kKept,
  kBreached,
  kEnded,
  // of positions
  kFor,
  kAgainst,
  kOpen,
};

std::string_view NameOf(StepKind step);  // "called_for"

struct MergeStep {
  StepKind kind = StepKind::kHeld;
  bool dated = false;  // the text gives the day
  int32_t day = 0;
  uint32_t who = 0;             // the name of who answers, keeps, breaks, calls or holds; 0: the report itself tells it
  uint32_t actor = UINT32_MAX;  // who that is: first the place in the report, later the merged actor
};

std::vector<MergeStep> StepsOf(const Record& record, const Talks& talks, NameNumbers& names);
std::vector<MergeStep> StepsOf(const Record& record, const Agreement& agreement, const StepWords& words,
                               NameNumbers& names);
std::vector<MergeStep> StepsOf(const Record& record, const Position& position, NameNumbers& names);

}  // namespace rapporteur
