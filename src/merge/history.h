// The course of one talks, agreement or position: what all reports tell of it, in the order in which it went.
//
// Stateless, deterministic.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "merge/facts.h"
#include "merge/names.h"

namespace rapporteur {

struct HistoryStep {
  uint32_t merged = 0;
  uint32_t report = 0;
  int item = 0;
  uint32_t n = 0;  // within the merged item, from 1
  bool has_day = false, has_told = false;
  int32_t day = 0;   // when it takes place: as told, else the report's day
  int32_t told = 0;  // the report's day
  StepKind step = StepKind::kHeld;
  std::string who;         // empty: the report itself tells it of nobody
  bool changed = false;    // says something other than what was known before, or is the first
  std::string_view field;  // of talks, what is moved: date, venue; empty: neither
  std::string value;       // to what
};

// Adds the steps of the merged item of which `mentions` are the items, in the order of reports. What is done stands at
// its own day where that is not after the report's, all else at the day of its report; at one day the reports stand in
// their order. A step is compared with the last one of the same track: the state of talks; an answer, of whom; the
// making of an agreement; the keeping of it, by whom; the calls for it, of whom; a stance.
void AddHistory(uint32_t merged, const std::vector<const MergeItem*>& mentions, const std::vector<MergeReport>& reports,
                const NameNumbers& names, std::vector<HistoryStep>& history);

}  // namespace rapporteur
