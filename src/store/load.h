// Records back out of the store's tables.
//
// What the contract (docs/record.md) names comes back as it was: WriteJsonLines gives the same bytes. What only the
// reading knows (the steps of a Trace, the spans of counts) does not.
#pragma once

#include <vector>

#include "base/result.h"
#include "record/record.h"
#include "store/duck.h"

namespace rapporteur {

// The reports numbered first to last, in this order; numbers that have none are passed over.
// Errors: those of DuckDB; kFormat  rows that contradict each other
Result<std::vector<Record>> LoadRecords(DuckDatabase& database, int64_t first, int64_t last);

}  // namespace rapporteur
