// Finds in a record what a question asks for.
//
// By the thread that holds the store. Deterministic: the same record and question give the same, in the same order.
// What a question says is only ever a value: no name or word in it can change what is asked.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ask/question.h"
#include "base/result.h"
#include "store/store.h"

namespace rapporteur {

// An item of one report, by the numbers of the store's tables.
struct FoundMention {
  int64_t report = 0;
  int64_t item = 0;
  friend auto operator<=>(const FoundMention&, const FoundMention&) = default;
};

struct Found {
  ItemKind kind = ItemKind::kEvent;
  // Of merged_items; 0: it stands for itself, as statements do, and everything while the record is not merged.
  int64_t merged = 0;
  // The days that most of the mentions tell, the first of these; none tells one: the first report's. None: unknown.
  std::optional<Date> from, to;
  std::optional<Date> first_seen, last_seen;  // of the reports
  int64_t reports = 1;                        // that tell it, also such as the question does not match
  int64_t publishers = 1;                     // independent ones
  // Those that match, in the order of adding; at least one.
  std::vector<FoundMention> mentions;
  // kDispute: not what one report calls disputed, but an event (the mentions) that reports tell differently.
  bool between_reports = false;
};

// In the order of days, those without one last, else of adding. Events that reports tell differently come a second time
// as disputes, where disputes are asked for by name.
// Errors: kUsage  a word of `types` or `statuses` that no item can have; bytes that are not UTF-8
//         kIo, kFormat  of the store
Result<std::vector<Found>> Find(Store& store, const Question& question);

}  // namespace rapporteur
