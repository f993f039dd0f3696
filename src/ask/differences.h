// What reports tell differently of one event, in words: "killed: 12 by AFP’s count, 15 by Anadolu’s".
//
// By the thread that holds the store. Deterministic.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "store/store.h"

namespace rapporteur {

// A phrase for each field of each merged event that has any, by the event's number in merged_items.
using Differences = std::map<int64_t, std::vector<std::string>>;

// Errors: those of the store
Result<Differences> ReadDifferences(Store& store);

}  // namespace rapporteur
