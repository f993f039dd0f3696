// What merging found, as rows of the store's tables.
//
// Stateless, deterministic.
#pragma once

#include <cstdint>
#include <vector>

#include "merge/merge.h"
#include "store/rows.h"
#include "store/schema.h"

namespace rapporteur {

// The rows of one table, report by report.
struct MergedRows {
  std::vector<TableRows> rows;   // without the column `report`
  std::vector<int64_t> reports;  // numbers, one for each of rows
};

// One for each of MergedTables(). `numbers` are the reports' numbers in the store, in the order in which they were
// merged.
std::vector<MergedRows> MakeMergedRows(const MergeResult& result, const std::vector<int64_t>& numbers);

}  // namespace rapporteur
