#include "merge/item_clusters.h"

#include <algorithm>

#include "merge/few.h"
#include "merge/words.h"

namespace rapporteur {
namespace {

constexpr size_t kStories = 6;     // of a cluster that are kept
constexpr size_t kReports = 4;     // likewise, the last ones, whose company is compared
constexpr size_t kWords = 24;      // likewise, of what it is about
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

ItemClusters::Keys ItemClusters::KeysOf(const MergeItem& item, uint32_t story) const {
  enum : uint64_t { kActor, kRecipient, kPlace, kStory, kName, kCompany };
  Keys keys;
  const uint64_t kind =
      MixHash(static_cast<uint64_t>(item.kind) * 4 + (MayBe(item) ? 1 : 0)) ^ MixHash(item.family + 1000);
  const auto key_of = [&](uint64_t what, uint64_t value) {
    return MixHash(kind ^ MixHash(what * 0x9e3779b97f4a7c15ULL + value));
  };
  const int32_t width = WindowOf(item.kind) + 1;
  const int64_t first = (static_cast<int64_t>(item.from) - WindowOf(item.kind)) / width;
  const int64_t last = (static_cast<int64_t>(item.from) + WindowOf(item.kind)) / width;
  const auto add = [&](uint64_t what, uint64_t value) {
    const uint64_t key = key_of(what, value);
    keys.own.push_back(MixHash(key + static_cast<uint64_t>(item.from / width)));
    for (int64_t day = first; day <= last; ++day) keys.near.push_back(MixHash(key + static_cast<uint64_t>(day)));
  };
  const auto add_always = [&](uint64_t what, uint64_t value) {
    keys.own.push_back(key_of(what, value));
    keys.near.push_back(keys.own.back());
  };
  add(kStory, story);
  // Few are talks and agreements: those of the same people and places are all looked at.
  if (item.kind == ItemKind::kTalks || item.kind == ItemKind::kAgreement) {
    for (const uint32_t name : company_.Of(item.report)) add_always(kCompany, name);
  }
  for (const uint32_t name : item.proper) add_always(kName, name);
  if (!item.has_day) return keys;  // of any year: only a story of its own ties it to others
  for (const MergeSide& side : item.actors) {
    if (side.actor != kNobody) add(kActor, side.actor);
  }
  for (const MergeSide& side : item.recipients) {
    if (side.actor != kNobody) add(kRecipient, side.actor);
  }
  if (item.place != 0) add(kPlace, item.place);
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

Nearness ItemClusters::NearnessOf(const MergeItem& item, const MergeReport& report, uint32_t story,
                                  const ItemCluster& cluster) const {
  Nearness near;
  near.story = std::find(cluster.stories.begin(), cluster.stories.end(), story) != cluster.stories.end();
  near.has_told = report.has_day;
  near.told = report.day;
  static const std::vector<uint32_t> nobody;
  for (const uint32_t other : cluster.reports)
    near.company = std::max(near.company, company_.Shared(item.report, other, nobody));
  return near;
}

uint32_t ItemClusters::Find(const MergeItem& item, const MergeReport& report, uint32_t story, const Keys& keys) const {
  std::vector<uint32_t> tried;
  for (const uint64_t key : keys.near) {
    const auto at = by_key_.find(key);
    if (at == by_key_.end()) continue;
    const size_t count = std::min(at->second.size(), kMostTried);
    tried.insert(tried.end(), at->second.end() - static_cast<std::ptrdiff_t>(count), at->second.end());
  }
  std::sort(tried.begin(), tried.end());
  tried.erase(std::unique(tried.begin(), tried.end()), tried.end());
  std::vector<Nearness> near;
  near.reserve(tried.size());
  size_t alone = tried.size();
  size_t meant = 0;
  for (const uint32_t candidate : tried) {
    near.push_back(NearnessOf(item, report, story, clusters_[candidate]));
    if (!CanBeMeant(clusters_[candidate], near.back())) continue;
    alone = near.size() - 1;
    ++meant;
  }
  if (meant == 1) near[alone].alone = true;
  double best = SamePoints(item.kind);
  uint32_t found = kNobody;
  for (size_t i = 0; i < tried.size(); ++i) {
    const ItemCluster& cluster = clusters_[tried[i]];
    // What one report tells as two is two.
    if (cluster.last_report == item.report) continue;
    const double points = SameItemPoints(item, cluster, near[i], words_);
    if (points > best || (points == best && found == kNobody)) {
      best = points;
      found = tried[i];
    }
  }
  return found;
}

void ItemClusters::AddFacts(const MergeItem& item, ItemCluster& cluster) {
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
  const bool moves = item.kind == ItemKind::kTalks && !cluster.over;
  if (item.dated && (!facts.dated || moves)) {
    facts.dated = true;
    facts.from = item.from;
    facts.to = item.to;
  }
  if (facts.series == 0) facts.series = item.series;
  if (facts.proper.empty()) {
    facts.proper = item.proper;
    facts.name = item.proper.empty() ? facts.name : item.name;
  }
  if (item.kind == ItemKind::kTalks || item.kind == ItemKind::kAgreement) {
    for (const uint32_t word : item.words) AddFew(word, kWords, facts.words);
    std::sort(facts.words.begin(), facts.words.end());
  }
}

uint32_t ItemClusters::Join(const MergeItem& item, const MergeReport& report, uint32_t story) {
  const Keys keys = KeysOf(item, story);
  uint32_t found = Find(item, report, story, keys);
  const bool is_new = found == kNobody;
  if (is_new) {
    found = static_cast<uint32_t>(clusters_.size());
    clusters_.push_back({item, {}, {}, item.report, false, 0, 0, false});
  }
  ItemCluster& cluster = clusters_[found];
  cluster.last_report = item.report;
  AddFew(story, kStories, cluster.stories);
  if (cluster.reports.size() == kReports) cluster.reports.erase(cluster.reports.begin());
  cluster.reports.push_back(item.report);
  if (report.has_day) {
    cluster.first_told = cluster.has_told ? std::min(cluster.first_told, report.day) : report.day;
    cluster.last_told = cluster.has_told ? std::max(cluster.last_told, report.day) : report.day;
    cluster.has_told = true;
  }
  if (!is_new) AddFacts(item, cluster);
  if (item.kind == ItemKind::kTalks) {
    const auto status = static_cast<TalksStatus>(item.status);
    cluster.over = cluster.over || status == TalksStatus::kHeld || status == TalksStatus::kCancelled;
  }
  Enter(found, is_new ? keys : KeysOf(cluster.facts, story));
  return found;
}

}  // namespace rapporteur
