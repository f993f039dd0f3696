// Whether an item of one report and items of others, merged so far, are the same: points for what they share, off for
// what contradicts. The rules are in docs/merging.md.
//
// Stateless, deterministic.
#pragma once

#include <cstdint>
#include <vector>

#include "merge/facts.h"

namespace rapporteur {

// What the mentions of a merged item say together.
struct ItemCluster {
  MergeItem facts;                // of the first; sides of all, what it lacked from later ones
  std::vector<uint32_t> stories;  // of its reports, the first few
  uint32_t last_report = 0;
};

inline constexpr double kSameItem = 4;  // points, and more: the same

// How two lists of sides compare.
struct SharedSides {
  int same = 0;          // actors that both have
  int like = 0;          // of the same code and sector, or called by the same noun
  bool opposed = false;  // both name somebody, and nobody is the same or like
};
SharedSides CompareSides(const std::vector<MergeSide>& a, const std::vector<MergeSide>& b);

// Days between two items beyond which they are never compared.
int32_t WindowOf(ItemKind kind);

// Points; both are of one kind and family.
double SameItemPoints(const MergeItem& item, uint32_t story, const ItemCluster& cluster);

}  // namespace rapporteur
