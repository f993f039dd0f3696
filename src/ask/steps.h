// The course of talks, an agreement or a position, as merging lined it up (merged_history), for pages.
//
// By the thread that holds the store. Deterministic.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ask/told.h"
#include "base/result.h"
#include "store/store.h"

namespace rapporteur {

struct Step {
  FoundMention mention;
  std::optional<Date> day, told;  // when it takes place; the report's day
  std::string step, who;          // who: empty where the report tells it of nobody
  bool changed = false;
  std::string field, value;  // of talks, what is moved and to what
};

// In order; none of what is not merged. Errors: those of the store
Result<std::vector<Step>> ReadSteps(Store& store, int64_t merged);

// What several reports tell as one step is one line: "3 March: proposed by Norvia", with all its sources. `told` are
// the thing's mentions.
std::vector<DocumentLine> StepLines(const std::vector<Step>& steps, const std::vector<Told>& told, Sources& sources);

}  // namespace rapporteur
