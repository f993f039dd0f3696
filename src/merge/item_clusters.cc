#include "merge/item_clusters.h"

#include <algorithm>

#include "merge/few.h"
#include "merge/words.h"

namespace rapporteur {
namespace {

constexpr size_t kStories = 6;     // of a cluster that are kept
constexpr size_t kSides = 12;      // likewise, of each role
constexpr size_t kMostTried = 48;  // clusters of one key that an item is compared with, the last ones

void AddSides(const std::vector<MergeSide>& more, std::vector<MergeSide>& sides) {
  for (const MergeSide& side : more) {
    const auto same = [&](const MergeSide& other) { return side.actor == other.actor && side.code == other.code; };
    if (sides.size() < kSides && std::none_of(sides.begin(), sides.end(), same)) sides.push_back(side);
  }
}

// Actual, ongoing, negated and historical tell of what has been; future and hypothetical ones of what may be.
bool MayBe(const MergeItem& item) {
  return item.kind == ItemKind::kEvent && (item.status == static_cast<uint8_t>(EventStatus::kFuture) ||
                                           item.status == static_cast<uint8_t>(EventStatus::kHypothetical));
}

}  // namespace

ItemClusters::Keys ItemClusters::KeysOf(const MergeItem& item, uint32_t story) {
  enum : uint64_t { kActor, kRecipient, kPlace, kStory, kName };
  Keys keys;
  const uint64_t kind =
      MixHash(static_cast<uint64_t>(item.kind) * 4 + (MayBe(item) ? 1 : 0)) ^ MixHash(item.family + 1000);
  const int32_t width = WindowOf(item.kind) + 1;
  const int64_t first = (static_cast<int64_t>(item.from) - WindowOf(item.kind)) / width;
  const int64_t last = (static_cast<int64_t>(item.from) + WindowOf(item.kind)) / width;
  const auto add = [&](uint64_t what, uint64_t value) {
    const uint64_t key = MixHash(kind ^ MixHash(what * 0x9e3779b97f4a7c15ULL + value));
    keys.own.push_back(MixHash(key + static_cast<uint64_t>(item.from / width)));
    for (int64_t day = first; day <= last; ++day) keys.near.push_back(MixHash(key + static_cast<uint64_t>(day)));
  };
  add(kStory, story);
  if (!item.has_day) return keys;  // of any year: only a story of its own ties it to others
  for (const MergeSide& side : item.actors) {
    if (side.actor != kNobody) add(kActor, side.actor);
  }
  for (const MergeSide& side : item.recipients) {
    if (side.actor != kNobody) add(kRecipient, side.actor);
  }
  if (item.place != 0) add(kPlace, item.place);
  if (item.kind == ItemKind::kAgreement && item.name != 0 && item.mode != 0) {
    const uint64_t key = MixHash(kind ^ MixHash(kName * 0x9e3779b97f4a7c15ULL + item.name));  // on any day
    keys.own.push_back(key);
    keys.near.push_back(key);
  }
  return keys;
}

void ItemClusters::Enter(uint32_t merged, const Keys& keys) {
  for (const uint64_t key : keys.own) {
    std::vector<uint32_t>& there = by_key_[key];
    const size_t count = std::min(there.size(), kMostTried);
    if (std::find(there.end() - static_cast<std::ptrdiff_t>(count), there.end(), merged) == there.end())
      there.push_back(merged);
  }
}

uint32_t ItemClusters::Join(const MergeItem& item, uint32_t story) {
  const Keys keys = KeysOf(item, story);
  std::vector<uint32_t> tried;
  for (const uint64_t key : keys.near) {
    const auto at = by_key_.find(key);
    if (at == by_key_.end()) continue;
    const size_t count = std::min(at->second.size(), kMostTried);
    tried.insert(tried.end(), at->second.end() - static_cast<std::ptrdiff_t>(count), at->second.end());
  }
  std::sort(tried.begin(), tried.end());
  tried.erase(std::unique(tried.begin(), tried.end()), tried.end());
  double best = kSameItem;
  uint32_t found = kNobody;
  for (const uint32_t candidate : tried) {
    // What one report tells as two is two.
    if (clusters_[candidate].last_report == item.report) continue;
    const double points = SameItemPoints(item, story, clusters_[candidate]);
    if (points > best || (points == best && found == kNobody)) {
      best = points;
      found = candidate;
    }
  }
  if (found == kNobody) {
    found = static_cast<uint32_t>(clusters_.size());
    clusters_.push_back({item, {story}, item.report});
    Enter(found, keys);
    return found;
  }
  ItemCluster& cluster = clusters_[found];
  cluster.last_report = item.report;
  AddFew(story, kStories, cluster.stories);
  MergeItem& facts = cluster.facts;
  AddSides(item.actors, facts.actors);
  AddSides(item.recipients, facts.recipients);
  if (facts.place == 0) {
    facts.place = item.place;
    facts.country = item.country;
  }
  for (size_t i = 0; i < facts.counts.size(); ++i) {
    if (facts.counts.at(i).said == 0) facts.counts.at(i) = item.counts.at(i);
  }
  if (!facts.dated && item.dated) {
    facts.dated = true;
    facts.from = item.from;
    facts.to = item.to;
  }
  Enter(found, KeysOf(facts, story));
  return found;
}

}  // namespace rapporteur
