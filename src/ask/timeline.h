// What was found day by day: one line for each thing, and one for each step of talks, agreements and positions that
// have a history.
//
// By the thread that holds the store. Deterministic.
#pragma once

#include <string>
#include <vector>

#include "ask/told_rows.h"
#include "ask/write_rows.h"
#include "lexicon/prose.h"

namespace rapporteur {

struct TimelineLine {
  std::optional<Date> day;
  std::string status;  // of events and talks; a step of a history: proposed, scheduled, agreed, breached, for, …
  std::string deed;    // one sentence
  ToldRow row;         // of the report that tells it; its reports and publishers are those of the whole thing
};

// In the order of the question. Of a history, the steps that change it, within the question's period.
// Errors: those of Find
Result<std::vector<TimelineLine>> TimelineOf(Store& store, const Question& question, const ProseTable& prose);

enum class TimelineForm { kText, kCsv, kJsonLines, kMarkdown };
std::string WriteTimeline(const std::vector<TimelineLine>& lines, TimelineForm form, const TextOptions& look);

}  // namespace rapporteur
