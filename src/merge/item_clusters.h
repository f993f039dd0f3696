// Merges the items of many reports: each joins the likest cluster that is near enough, or begins one.
// Clusters are found by what they share (actor, place, story, name) within days of each other, never by trying all.
//
// Not for several threads. Deterministic.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "merge/company.h"
#include "merge/facts.h"
#include "merge/same_item.h"

namespace rapporteur {

class ItemClusters {
 public:
  ItemClusters(const Company& company, const WordCounts& words) : company_(company), words_(words) {}

  // The merged item. Items come report by report, in the order of days; the actors of their sides are merged ones.
  uint32_t Join(const MergeItem& item, const MergeReport& report, uint32_t story);
  const ItemCluster& cluster(uint32_t merged) const { return clusters_[merged]; }
  size_t size() const { return clusters_.size(); }

 private:
  // What clusters are found by: those of the item's own days, and those of the days beside them.
  struct Keys {
    std::vector<uint64_t> own, near;
  };
  Keys KeysOf(const MergeItem& item, uint32_t story) const;
  void Enter(uint32_t merged, const Keys& keys);
  Nearness NearnessOf(const MergeItem& item, const MergeReport& report, uint32_t story,
                      const ItemCluster& cluster) const;
  uint32_t Find(const MergeItem& item, const MergeReport& report, uint32_t story, const Keys& keys) const;
  static void AddFacts(const MergeItem& item, ItemCluster& cluster);

  const Company& company_;
  const WordCounts& words_;
  std::vector<ItemCluster> clusters_;
  std::unordered_map<uint64_t, std::vector<uint32_t>> by_key_;
};

}  // namespace rapporteur
