#include "merge/same_item.h"

#include <algorithm>
#include <cstdlib>

namespace rapporteur {
namespace {

double SidePoints(const SharedSides& sides) {
  if (sides.opposed) return -1.5;
  return sides.same >= 2 ? 3 : sides.same == 1 ? 2 : sides.like > 0 ? 1 : 0;
}

bool SameStory(uint32_t story, const ItemCluster& cluster) {
  return std::find(cluster.stories.begin(), cluster.stories.end(), story) != cluster.stories.end();
}

bool Meet(const MergeItem& a, const MergeItem& b) { return a.from <= b.to && b.from <= a.to; }

double PlacePoints(const MergeItem& a, const MergeItem& b) {
  if (a.place == 0 || b.place == 0) return 0;
  if (a.place == b.place) return 2;
  if (a.country != b.country && a.country != 0 && b.country != 0) return -2.5;
  return -1;  // a quarter and its town are two names of one place
}

double CountPoints(const MergeCount& a, const MergeCount& b) {
  if (a.said == 0 || b.said == 0) return 0;
  if (!a.range.meets(b.range)) {
    const int64_t low = std::min(a.range.least, b.range.least);
    return std::max(a.range.least, b.range.least) <= 2 * low ? -0.5 : -1.5;  // a toll that rose, or another deed
  }
  return a.range.least == b.range.least ? 1.5 : 0.5;
}

// The share of the shorter list that the longer has.
double SharedWords(const std::vector<uint32_t>& a, const std::vector<uint32_t>& b) {
  if (a.empty() || b.empty()) return 0;
  size_t shared = 0;
  for (auto left = a.begin(), right = b.begin(); left != a.end() && right != b.end();) {
    if (*left == *right) {
      ++shared;
      ++left;
      ++right;
    } else {
      ++(*left < *right ? left : right);
    }
  }
  return static_cast<double>(shared) / static_cast<double>(std::min(a.size(), b.size()));
}

double EventPoints(const MergeItem& item, const MergeItem& other, bool story) {
  double points = SidePoints(CompareSides(item.actors, other.actors)) +
                  SidePoints(CompareSides(item.recipients, other.recipients)) + PlacePoints(item, other);
  if (item.mode != 0 && other.mode != 0) points += item.mode == other.mode ? 0.5 : -0.5;
  for (size_t i = 0; i < item.counts.size(); ++i) points += CountPoints(item.counts.at(i), other.counts.at(i));
  if (item.dated && other.dated) points += Meet(item, other) ? 1 : -1;
  return points + (story ? 1.5 : 0) + (SharedWords(item.words, other.words) > 0 ? 0.5 : 0);
}

double TalksPoints(const MergeItem& item, const MergeItem& other, bool story) {
  const SharedSides sides = CompareSides(item.actors, other.actors);
  if (sides.opposed) return 0;
  double points = (sides.same >= 2 ? 3 : sides.same == 1 ? 1.5 : sides.like > 0 ? 1 : 0) + PlacePoints(item, other);
  if (item.dated && other.dated) points += Meet(item, other) ? 1 : -3;
  if (item.name != 0 && item.name == other.name) points += 1;
  return points + (story ? 1.5 : 0) + SharedWords(item.words, other.words);
}

double AgreementPoints(const MergeItem& item, const MergeItem& other, bool story) {
  const SharedSides sides = CompareSides(item.actors, other.actors);
  const bool named = item.name != 0 && item.name == other.name;
  double points = named && item.mode != 0 ? 4 : named ? 1 : 0;
  points += sides.opposed ? -2 : sides.same >= 2 ? 3 : sides.same == 1 ? 1.5 : sides.like > 0 ? 1 : 0;
  if (item.dated && other.dated) points += Meet(item, other) ? 1.5 : -2;
  return points + (story ? 1.5 : 0) + 0.5 * SharedWords(item.words, other.words);
}

double PositionPoints(const MergeItem& item, const MergeItem& other, bool story) {
  const SharedSides sides = CompareSides(item.actors, other.actors);
  if (sides.same == 0 && sides.like == 0) return 0;
  if (std::min(item.words.size(), other.words.size()) < 2) return 0;  // "it" is anything
  return (sides.same > 0 ? 2 : 1) + 4 * SharedWords(item.words, other.words) + (story ? 0.5 : 0);
}

double DisputePoints(const MergeItem& item, const MergeItem& other, bool story) {
  const SharedSides sides = CompareSides(item.actors, other.actors);
  return (sides.same >= 2   ? 2.5
          : sides.same == 1 ? 1
                            : 0) +
         3 * SharedWords(item.words, other.words) + (story ? 1.5 : 0);
}

}  // namespace

SharedSides CompareSides(const std::vector<MergeSide>& a, const std::vector<MergeSide>& b) {
  SharedSides shared;
  for (const MergeSide& one : a) {
    const auto same = [&](const MergeSide& other) { return one.actor != kNobody && one.actor == other.actor; };
    const auto like = [&](const MergeSide& other) {
      return (one.code != 0 && one.code == other.code) || (one.said != 0 && one.said == other.said);
    };
    if (std::any_of(b.begin(), b.end(), same)) {
      ++shared.same;
    } else if (std::any_of(b.begin(), b.end(), like)) {
      ++shared.like;
    }
  }
  shared.opposed = !a.empty() && !b.empty() && shared.same == 0 && shared.like == 0;
  return shared;
}

int32_t WindowOf(ItemKind kind) {
  switch (kind) {
    case ItemKind::kEvent:
      return 1;
    case ItemKind::kTalks:
      return 3;
    case ItemKind::kAgreement:
      return 5;
    case ItemKind::kPosition:
      return 30;
    default:
      return 7;
  }
}

double SameItemPoints(const MergeItem& item, uint32_t story, const ItemCluster& cluster) {
  const bool same_story = SameStory(story, cluster);
  switch (item.kind) {
    case ItemKind::kEvent:
      return EventPoints(item, cluster.facts, same_story);
    case ItemKind::kTalks:
      return TalksPoints(item, cluster.facts, same_story);
    case ItemKind::kAgreement:
      return AgreementPoints(item, cluster.facts, same_story);
    case ItemKind::kPosition:
      return PositionPoints(item, cluster.facts, same_story);
    case ItemKind::kDispute:
      return DisputePoints(item, cluster.facts, same_story);
    default:
      return 0;
  }
}

}  // namespace rapporteur
