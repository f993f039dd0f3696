#include "merge/same_item.h"

#include <algorithm>
#include <cstdlib>

namespace rapporteur {
namespace {

constexpr int kCompany = 3;      // rare words of names that two reports of one situation share,
constexpr int kMuchCompany = 6;  // and that tell it for sure
constexpr int32_t kDays = 7;     // a date that is longer tells no day
constexpr int32_t kPutOff = 21;  // days by which talks are put off
constexpr int32_t kSoonAfter = 5;
constexpr int32_t kAhead = 60;  // days that talks are planned ahead, and that an agreement is "the truce"

double SidePoints(const SharedSides& sides) {
  if (sides.opposed) return sides.strangers ? -1.5 : -0.5;  // "31 people" and "the market" may be the same
  return sides.same >= 2 ? 3 : sides.same == 1 ? 2 : sides.like > 0 ? 1 : 0;
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

// What two lists of words share, as a share of the one that says less and of the one that says more.
struct SharedShare {
  double of_less = 0, of_more = 0;
};

// `least`: what a list must say to count.
SharedShare SharesOf(const std::vector<uint32_t>& a, const std::vector<uint32_t>& b, const WordCounts& counts,
                     double least) {
  double shared = 0, of_a = 0, of_b = 0;
  for (const uint32_t word : a) of_a += counts.Weight(word);
  for (const uint32_t word : b) of_b += counts.Weight(word);
  for (auto left = a.begin(), right = b.begin(); left != a.end() && right != b.end();) {
    if (*left == *right) {
      shared += counts.Weight(*left);
      ++left;
      ++right;
    } else {
      ++(*left < *right ? left : right);
    }
  }
  const double less = std::min(of_a, of_b);
  return less <= least ? SharedShare{} : SharedShare{shared / less, shared / std::max(of_a, of_b)};
}

double SharedWords(const std::vector<uint32_t>& a, const std::vector<uint32_t>& b, const WordCounts& counts,
                   double least = 0) {
  return SharesOf(a, b, counts, least).of_less;
}

// Of one situation: a story, or the same people and places.
double SituationPoints(const Nearness& near, double most) {
  if (near.story || near.company >= kMuchCompany) return most;
  return near.company >= kCompany ? most * 2 / 3 : 0;
}

bool IsDay(const MergeItem& item) { return item.dated && item.to - item.from <= kDays; }

bool IsAhead(const MergeItem& event) {
  return event.status == static_cast<uint8_t>(EventStatus::kFuture) ||
         event.status == static_cast<uint8_t>(EventStatus::kHypothetical);
}

// What has been cannot be of a day after a report that tells it; and what a report tells as long past, without its day,
// is not what others tell as new.
bool CannotBe(const MergeItem& item, const ItemCluster& cluster, const Nearness& near) {
  const MergeItem& other = cluster.facts;
  if (IsAhead(item)) return false;
  if (item.dated && cluster.has_told && item.from > cluster.first_told) return true;
  if (other.dated && near.has_told && other.from > near.told) return true;
  const auto past = [](const MergeItem& m) { return m.status == static_cast<uint8_t>(EventStatus::kHistorical); };
  return past(item) != past(other) && !(item.dated && other.dated);
}

double EventPoints(const MergeItem& item, const ItemCluster& cluster, const Nearness& near, const WordCounts& counts) {
  if (CannotBe(item, cluster, near)) return 0;
  const MergeItem& other = cluster.facts;
  double points = SidePoints(CompareSides(item.actors, other.actors)) +
                  SidePoints(CompareSides(item.recipients, other.recipients)) + PlacePoints(item, other);
  if (item.mode != 0 && other.mode != 0) points += item.mode == other.mode ? 0.5 : -0.5;
  for (size_t i = 0; i < item.counts.size(); ++i) points += CountPoints(item.counts.at(i), other.counts.at(i));
  if (item.dated && other.dated) points += Meet(item, other) ? 1 : -1;
  return points + SituationPoints(near, 1.5) + (SharedWords(item.words, other.words, counts) > 0 ? 0.5 : 0);
}

int32_t Gap(int32_t day, int32_t from, int32_t to) { return day < from ? from - day : day > to ? day - to : 0; }

// Talks go their way: planned, put off, held. What is planned when they are over, or far off, is another round.
double CoursePoints(const MergeItem& item, const ItemCluster& cluster, const Nearness& near) {
  const MergeItem& other = cluster.facts;
  double points = 0;
  if (IsDay(item) && IsDay(other)) {
    const int32_t gap = std::max({0, item.from - other.to, other.from - item.to});
    points += gap == 0 ? 2.5 : gap <= kPutOff ? -0.5 : -3;
    if (gap > 0 && cluster.over) points -= 2;
    // Talks are put off, hardly ever held before their day.
    if (item.to < other.from && static_cast<TalksStatus>(item.status) == TalksStatus::kHeld) points -= 3;
  } else if (IsDay(other) && near.has_told) {
    // Told while they are awaited, or soon after.
    points += near.told <= other.to + kSoonAfter ? 1 : near.told <= other.to + kPutOff ? 0 : -2;
    if (cluster.over && near.told > other.to + kSoonAfter) points -= 1;
  } else if (IsDay(item) && cluster.has_told) {
    points += cluster.last_told <= item.to + 1 && item.to - cluster.last_told <= kAhead ? 0.5 : -1;
  }
  const auto status = static_cast<TalksStatus>(item.status);
  const bool ahead = status == TalksStatus::kProposed || status == TalksStatus::kScheduled;
  // What is put off or takes place was planned.
  if (!ahead && !cluster.over && SituationPoints(near, 1) > 0) points += 1;
  if (cluster.over && !IsDay(other) && IsDay(item) && item.from > cluster.last_told + kSoonAfter) points -= 3;
  if (cluster.over && ahead && !(IsDay(item) && IsDay(other) && Meet(item, other))) points -= 3;
  if (!near.has_told || !cluster.has_told) return points - (near.story ? 0 : 2);  // of any year
  if (Gap(near.told, cluster.first_told, cluster.last_told) > kAhead) points -= 2;
  return points;
}

double TalksPoints(const MergeItem& item, const ItemCluster& cluster, const Nearness& near, const WordCounts& counts) {
  const MergeItem& other = cluster.facts;
  const SharedSides sides = CompareSides(item.actors, other.actors);
  if (sides.strangers && near.company < kCompany) return 0;
  if (item.series != 0 && other.series != 0 && item.series != other.series) return 0;
  double points = sides.same >= 2 ? 3 : sides.same == 1 ? 1.5 : sides.like > 0 ? 1 : sides.strangers ? -1 : 0;
  points += PlacePoints(item, other) + CoursePoints(item, cluster, near) + SituationPoints(near, 1.5);
  if (near.alone) points += 1;
  if (item.name != 0 && item.name == other.name) points += 1;
  if (item.series != 0 && item.series == other.series) points += 1;
  return points + SharedWords(item.words, other.words, counts);
}

bool ShareOne(const std::vector<uint32_t>& a, const std::vector<uint32_t>& b) {
  return std::any_of(a.begin(), a.end(), [&](uint32_t x) { return std::binary_search(b.begin(), b.end(), x); });
}

// A name that is one tells it on any day; "the truce" only among the same people.
double AgreementPoints(const MergeItem& item, const ItemCluster& cluster, const Nearness& near,
                       const WordCounts& counts) {
  const MergeItem& other = cluster.facts;
  const SharedSides sides = CompareSides(item.actors, other.actors);
  const bool same_name = item.name != 0 && item.name == other.name && !item.proper.empty();
  double points = same_name ? 4 : 0;
  if (!same_name && !item.proper.empty() && !other.proper.empty())
    points += ShareOne(item.proper, other.proper) ? 2 : -6;
  points += sides.same >= 2 ? 3 : sides.same == 1 ? 1.5 : sides.like > 0 ? 1 : sides.strangers ? -1.5 : 0;
  if (near.alone) points += 1;
  if (item.noun != 0 && item.noun == other.noun) points += 1;
  if (item.dated && other.dated) points += Meet(item, other) ? 1.5 : -2;
  points += 1.5 * std::min(1.0, SharedWords(item.words, other.words, counts)) + SituationPoints(near, 2);
  if (same_name) return points;
  if (!near.has_told || !cluster.has_told) return points - (near.story ? 0 : 1);  // of any year
  return points - (Gap(near.told, cluster.first_told, cluster.last_told) > kAhead ? 3 : 0);
}

// One issue, whatever the stance.
double PositionPoints(const MergeItem& item, const MergeItem& other, const Nearness& near, const WordCounts& counts) {
  const SharedSides sides = CompareSides(item.actors, other.actors);
  if (sides.same == 0 && (sides.like == 0 || near.company < kCompany)) return 0;
  constexpr double kIssue = 1;  // "it" is anything
  constexpr double kMostOfBoth = 0.35;
  const SharedShare shared = SharesOf(item.words, other.words, counts, kIssue);
  const bool turned = item.steps.front().kind != other.steps.front().kind;
  return (sides.same > 0 ? 2 : 1) + 4 * shared.of_less + SituationPoints(near, 0.5) -
         (turned && shared.of_more < kMostOfBoth ? 1 : 0);
}

double DisputePoints(const MergeItem& item, const MergeItem& other, const Nearness& near, const WordCounts& counts) {
  const SharedSides sides = CompareSides(item.actors, other.actors);
  if (item.subject != 0 && item.subject == other.subject) return SamePoints(ItemKind::kDispute) + sides.same;
  return (sides.same >= 2   ? 2.5
          : sides.same == 1 ? 1
                            : 0) +
         3 * SharedWords(item.words, other.words, counts, 2) + SituationPoints(near, 1.5);
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
  const auto named = [](const MergeSide& side) { return side.actor != kNobody; };
  shared.strangers = shared.opposed && std::any_of(a.begin(), a.end(), named) && std::any_of(b.begin(), b.end(), named);
  return shared;
}

double SamePoints(ItemKind kind) { return kind == ItemKind::kTalks || kind == ItemKind::kAgreement ? 3.5 : 4; }

bool CanBeMeant(const ItemCluster& cluster, const Nearness& near) {
  if (near.story) return !(cluster.facts.kind == ItemKind::kTalks && cluster.over);
  if (near.company < kCompany || !near.has_told || !cluster.has_told) return false;
  if (cluster.facts.kind == ItemKind::kTalks && cluster.over) return false;
  return Gap(near.told, cluster.first_told, cluster.last_told) <= kAhead;
}

int32_t WindowOf(ItemKind kind) {
  switch (kind) {
    case ItemKind::kEvent:
      return 1;
    case ItemKind::kTalks:
      return 60;
    case ItemKind::kAgreement:
      return 90;
    case ItemKind::kPosition:
      return 400;
    default:
      return 60;
  }
}

double SameItemPoints(const MergeItem& item, const ItemCluster& cluster, const Nearness& near,
                      const WordCounts& words) {
  switch (item.kind) {
    case ItemKind::kEvent:
      return EventPoints(item, cluster, near, words);
    case ItemKind::kTalks:
      return TalksPoints(item, cluster, near, words);
    case ItemKind::kAgreement:
      return AgreementPoints(item, cluster, near, words);
    case ItemKind::kPosition:
      return PositionPoints(item, cluster.facts, near, words);
    case ItemKind::kDispute:
      return DisputePoints(item, cluster.facts, near, words);
    default:
      return 0;
  }
}

}  // namespace rapporteur
