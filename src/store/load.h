// Records back out of the store's tables.
//
// What the contract (docs/record.md) names comes back as it was: WriteJsonLines gives the same bytes. What only the
// reading knows (the steps of a Trace, the spans of counts) does not.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "base/result.h"
#include "record/record.h"
#include "store/duck.h"

namespace rapporteur {

// Records by their numbers.
using NumberedRecords = std::vector<std::pair<int64_t, Record>>;

// The reports numbered first to last, or those of these numbers, in the order of numbers; numbers that have none are
// passed over. Errors: those of DuckDB; kFormat  rows that contradict each other
Result<NumberedRecords> LoadRecords(DuckDatabase& database, int64_t first, int64_t last);
Result<NumberedRecords> LoadRecords(DuckDatabase& database, std::span<const int64_t> numbers);

}  // namespace rapporteur
