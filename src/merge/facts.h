// What merging keeps of a report's items: numbers to compare instead of words, a few hundred bytes a report.
//
// Values; deterministic.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "merge/names.h"
#include "merge/said_number.h"
#include "merge/steps.h"
#include "merge/stories.h"
#include "merge/word_numbers.h"
#include "record/record.h"

namespace rapporteur {

inline constexpr uint32_t kNobody = UINT32_MAX;

// Whom a role's words mean.
struct MergeSide {
  uint32_t actor = kNobody;  // first the actor's place in the report, later the merged actor
  uint32_t code = 0;         // code and sector; of somebody without a code the last word ("civilians")
  uint32_t said = 0;         // the words
};

struct MergeCount {
  uint32_t said = 0;  // 0: none
  NumberRange range;
};

// An event, position, talks, agreement or dispute. All names are NameNumbers.
struct MergeItem {
  ItemKind kind = ItemKind::kEvent;
  uint32_t report = 0;
  int item = 0;         // its number within the report
  uint32_t name = 0;    // of talks and agreements
  uint32_t family = 0;  // type of an event: different ones are different items
  uint32_t mode = 0;
  uint8_t status = 0;
  bool dated = false;        // the text gives the day; else it is the report's
  bool has_day = false;      // there is one
  int32_t from = 0, to = 0;  // days
  std::vector<MergeSide> actors, recipients;
  uint32_t place = 0, country = 0;
  bool placed = false;               // the place is known, at
  float lat = 0, lon = 0;            // degrees
  std::array<MergeCount, 4> counts;  // killed, injured, arrested, size
  std::vector<uint32_t> words;       // what it is about, of an event what is done to what; sorted
  std::vector<uint32_t> proper;      // of an agreement, the words of its name that are names; sorted
  uint32_t series = 0;               // of talks: "third round"
  uint32_t noun = 0;                 // of an agreement: "truce"
  int subject = 0;  // of a dispute: the item disputed, first its number in the report, later the merged one
  std::vector<MergeStep> steps;  // of talks, agreements, positions
};

struct MergeActor {
  uint32_t report = 0;
  int item = 0;
  uint32_t name = 0;
  uint32_t key = 0;         // the same key is the same actor; 0: only the name speaks
  uint32_t folded = 0;      // the name as it is compared
  uint32_t surname = 0;     // of a person of several names, the last
  uint32_t sound = 0;       // likewise, what all spellings have in common
  bool whole_name = false;  // two words or more
  bool described = false;   // "residents": somebody else in each report
  bool guessed = false;     // its type is a guess
  ActorType type = ActorType::kPerson;
  uint32_t code = 0;
  std::vector<uint32_t> offices;  // of what body as what
  std::vector<uint32_t> titles;   // as what
  uint32_t office = 0;            // of who is only called by an office ("the Norvian foreign minister"), that title
  std::vector<uint32_t> words;    // of the name, sorted
};

struct MergeReport {
  uint32_t publisher = 0;  // 0: unknown
  int32_t day = 0;
  bool has_day = false;
};

struct ReportFacts {
  MergeReport report;
  StoryReport story;
  std::vector<uint32_t> named;  // words of the names of actors and places, sorted
  // Words of each sentence, each once.
  std::vector<std::vector<uint32_t>> sentences;
  std::vector<MergeActor> actors;
  std::vector<MergeItem> items;
};

// `number` is given to all that is the report's.
ReportFacts MakeReportFacts(const Record& record, uint32_t number, const StoryOptions& options, WordNumbers& words,
                            NameNumbers& names);

}  // namespace rapporteur
