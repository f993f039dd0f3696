// For every event of a record, which reports tell it, as merging found (docs/merging.md): so that an export writes it
// once.
//
// By the thread that holds the store. Deterministic.
#pragma once

#include <vector>

#include "formats/export_options.h"
#include "store/store.h"

namespace rapporteur {

// Of the mentions of a merged event with one of `statuses`, the first in the order of adding is taken.
// Errors: kUsage  the record was not merged since the last report was added
//         those of DuckDB
Result<ToldEvents> ReadToldEvents(Store& store, const std::vector<EventStatus>& statuses);

}  // namespace rapporteur
