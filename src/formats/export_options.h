// What every format of events needs to know beside the record: the lexicon for keys and names, and which events to
// take.
//
// Values; the lexicon must outlive them. Deterministic.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "lexicon/lexicon.h"
#include "record/record.h"

namespace rapporteur {

// What merging says of one report's event (docs/merging.md).
struct EventTold {
  bool taken = false;    // written here; the others of a merged event are not
  std::string first_id;  // of the event that is written for all of them; empty: none is, by its status
  int64_t mentions = 1, publishers = 1, reports = 1;    // of the merged event
  std::vector<std::string> addresses, publisher_names;  // of its reports, each once, in the order of adding
};

// By a report's id; of its events in order.
using ToldEvents = std::unordered_map<std::string, std::vector<EventTold>>;

struct ExportOptions {
  const Lexicon* lexicon = nullptr;   // never null
  std::vector<EventStatus> statuses;  // of the events that are taken
  const ToldEvents* told = nullptr;   // what several reports tell is taken once; null: every report's telling is
};

// Of an event of the record; null without options.told.
const EventTold* ToldOf(const Record& record, size_t event, const ExportOptions& options);

// What is told as having happened: actual and ongoing.
std::vector<EventStatus> HappenedStatuses();

// "actual,future", "all". Errors: kUsage  an unknown word (found, expected)
Result<std::vector<EventStatus>> ParseStatuses(std::string_view list);

// The places in Items.events of those to take, in order.
std::vector<size_t> ChosenEvents(const Record& record, const ExportOptions& options);

// The day under which an event is filed: its own first day; of an event told as actual or ongoing, or as to come, that
// has none, the report's day. None where the report has none either, or the event is of another time.
std::optional<Date> FiledUnder(const Record& record, const Event& event);

// "20240306".
std::string CompactDay(Date day);

// A number of 52 bits that follows from the text alone: ids for formats that want numbers.
int64_t NumberOfId(std::string_view id);

// The number of the sentence of an event's first evidence, from 1; 0: none.
int SentenceOf(const Record& record, const Event& event);

// The words of the event's triggers, one after the other, each once.
std::vector<std::string> TriggerWords(const Record& record, const Event& event);

// The sentences of the event's triggers, in the order of the text.
std::string SentencesText(const Record& record, const Event& event);

// "rapporteur 0.1.0".
std::string CoderName(const Record& record);

}  // namespace rapporteur
