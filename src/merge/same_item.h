// Whether an item of one report and items of others, merged so far, are the same: points for what they share, off for
// what contradicts. The rules are in docs/merging.md.
//
// Stateless, deterministic.
#pragma once

#include <cstdint>
#include <vector>

#include "merge/facts.h"
#include "merge/word_counts.h"

namespace rapporteur {

// What the mentions of a merged item say together.
struct ItemCluster {
  MergeItem facts;                // of the first; sides of all, what it lacked from later ones; of talks the last date
  std::vector<uint32_t> stories;  // of its reports, the first few
  std::vector<uint32_t> reports;  // the last few
  uint32_t last_report = 0;
  bool has_told = false;
  int32_t first_told = 0, last_told = 0;  // days of its reports
  bool over = false;                      // talks that were held or cancelled
};

// How near the report of an item is to those of a cluster.
struct Nearness {
  bool story = false;
  int company = 0;  // rare words of names that both have
  bool has_told = false;
  int32_t told = 0;    // day of the report
  bool alone = false;  // no other talks, or agreement, that the report can mean is so near
};

// Points that make two items of the kind the same.
double SamePoints(ItemKind kind);

// How two lists of sides compare.
struct SharedSides {
  int same = 0;            // actors that both have
  int like = 0;            // of the same code and sector, or called by the same noun
  bool opposed = false;    // both have somebody, and nobody is the same or like
  bool strangers = false;  // likewise, of those who are named
};
SharedSides CompareSides(const std::vector<MergeSide>& a, const std::vector<MergeSide>& b);

// Whether a cluster of talks or an agreement can be what a report means that says no more than "the talks", "the
// truce".
bool CanBeMeant(const ItemCluster& cluster, const Nearness& near);

// Days between two items beyond which they are never compared.
int32_t WindowOf(ItemKind kind);

// Points; both are of one kind and family.
double SameItemPoints(const MergeItem& item, const ItemCluster& cluster, const Nearness& near, const WordCounts& words);

}  // namespace rapporteur
