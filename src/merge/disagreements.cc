#include "merge/disagreements.h"

#include <algorithm>
#include <functional>
#include <string>

#include "lexicon/fold.h"
#include "merge/same_item.h"
#include "record/names.h"

namespace rapporteur {
namespace {

// Adds the words of all mentions that have any.
void AddAll(uint32_t merged, std::string_view field, const std::vector<const MergeItem*>& mentions,
            const std::function<std::string(const MergeItem&)>& said, std::vector<Disagreement>& found) {
  for (const MergeItem* mention : mentions) {
    std::string value = said(*mention);
    if (!value.empty()) found.push_back({merged, field, std::move(value), mention->report, mention->item});
  }
}

bool CountsDiffer(const std::vector<const MergeItem*>& mentions, size_t which) {
  int64_t least = 0;
  int64_t most = NumberRange::kNoEnd;
  for (const MergeItem* mention : mentions) {
    const MergeCount& count = mention->counts.at(which);
    if (count.said == 0) continue;
    least = std::max(least, count.range.least);
    most = std::min(most, count.range.most);
  }
  return least > most;
}

// "Aleppo" and "Aleppo province" do not contradict each other.
bool PlacesDiffer(const std::vector<const MergeItem*>& mentions, const NameNumbers& names) {
  std::string longest;
  for (const MergeItem* mention : mentions) {
    const std::string name = FoldName(names.text(mention->place));
    if (name.size() > longest.size()) longest = name;
  }
  return std::any_of(mentions.begin(), mentions.end(), [&](const MergeItem* mention) {
    return longest.find(FoldName(names.text(mention->place))) == std::string::npos;
  });
}

bool ActorsDiffer(const std::vector<const MergeItem*>& mentions) {
  const MergeItem* first = nullptr;
  for (const MergeItem* mention : mentions) {
    if (mention->actors.empty()) continue;
    if (first != nullptr && CompareSides(first->actors, mention->actors).opposed) return true;
    if (first == nullptr) first = mention;
  }
  return false;
}

bool IsNegated(const MergeItem& item) { return item.status == static_cast<uint8_t>(EventStatus::kNegated); }

}  // namespace

void FindDisagreements(uint32_t merged, const std::vector<const MergeItem*>& mentions, const NameNumbers& names,
                       std::vector<Disagreement>& found) {
  if (mentions.size() < 2 || mentions.front()->kind != ItemKind::kEvent) return;
  static constexpr std::string_view kCounts[] = {"killed", "injured"};
  for (size_t i = 0; i < std::size(kCounts); ++i) {
    if (!CountsDiffer(mentions, i)) continue;
    AddAll(
        merged, kCounts[i], mentions, [&](const MergeItem& item) { return names.text(item.counts.at(i).said); }, found);
  }
  if (PlacesDiffer(mentions, names))
    AddAll(
        merged, "place", mentions, [&](const MergeItem& item) { return names.text(item.place); }, found);
  if (ActorsDiffer(mentions)) {
    const auto said = [&](const MergeItem& item) {
      std::string all;
      for (const MergeSide& side : item.actors) all += (all.empty() ? "" : ", ") + names.text(side.said);
      return all;
    };
    AddAll(merged, "actor", mentions, said, found);
  }
  const bool negated = std::any_of(mentions.begin(), mentions.end(), [](const MergeItem* m) { return IsNegated(*m); });
  const bool told = std::any_of(mentions.begin(), mentions.end(), [](const MergeItem* m) { return !IsNegated(*m); });
  if (!negated || !told) return;
  const auto status = [](const MergeItem& item) { return std::string(NameOf(static_cast<EventStatus>(item.status))); };
  AddAll(merged, "status", mentions, status, found);
}

}  // namespace rapporteur
