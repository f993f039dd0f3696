// Merges the actors and the items of many reports: each joins the likest cluster that is near enough, or begins one.
// Clusters are found by what they share (actor, place, story, name) within days of each other, never by trying all.
//
// Not for several threads. Deterministic.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "merge/facts.h"
#include "merge/same_item.h"

namespace rapporteur {

class ActorClusters {
 public:
  // The merged actor. An unknown person of two reports is one only where they share more than the name: country,
  // office or story.
  uint32_t Join(const MergeActor& actor, uint32_t story);
  size_t size() const { return actors_.size(); }

 private:
  struct Merged {
    MergeActor actor;
    std::vector<uint32_t> stories;  // the first few
  };
  static bool Same(const MergeActor& actor, uint32_t story, const Merged& merged);

  std::vector<Merged> actors_;
  std::unordered_map<uint32_t, uint32_t> by_key_;
  std::unordered_map<uint32_t, std::vector<uint32_t>> by_name_;
};

class ItemClusters {
 public:
  // The merged item. Items come report by report; the actors of their sides are merged ones.
  uint32_t Join(const MergeItem& item, uint32_t story);
  const ItemCluster& cluster(uint32_t merged) const { return clusters_[merged]; }
  size_t size() const { return clusters_.size(); }

 private:
  // What clusters are found by: those of the item's own days, and those of the days beside them.
  struct Keys {
    std::vector<uint64_t> own, near;
  };
  static Keys KeysOf(const MergeItem& item, uint32_t story);
  void Enter(uint32_t merged, const Keys& keys);

  std::vector<ItemCluster> clusters_;
  std::unordered_map<uint64_t, std::vector<uint32_t>> by_key_;
};

}  // namespace rapporteur
