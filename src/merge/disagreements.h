// What the mentions of one merged item tell differently: how many were killed or injured, where, by whom, whether at
// all.
//
// Stateless, deterministic.
#pragma once

#include <vector>

#include "merge/merge.h"

namespace rapporteur {

// Adds a line for each mention that says something on what is told differently. `mentions` are those of the item, in
// the order of reports; their numbers are the item's.
void FindDisagreements(uint32_t merged, const std::vector<const MergeItem*>& mentions, const NameNumbers& names,
                       std::vector<Disagreement>& found);

}  // namespace rapporteur
