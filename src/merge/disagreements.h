// What the mentions of one merged item tell differently, as told by two independent reports: how many were killed,
// where, by whom, on what day, whether at all. What a later report tells that the earlier could not know is no
// disagreement but history: a toll that rose, talks that moved.
//
// Stateless, deterministic.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "merge/copies.h"
#include "merge/facts.h"
#include "merge/names.h"

namespace rapporteur {

// One mention's word on what the mentions of an item tell differently.
struct Disagreement {
  uint32_t merged = 0;
  std::string_view field;  // killed, injured, arrested, size, place, actor, status, date, parties, keeping, stance
  std::string value;
  uint32_t report = 0;
  int item = 0;
};

// Whether two reports rest neither on one another nor on one publisher. A report without publisher stands for itself.
bool AreIndependent(uint32_t a, uint32_t b, const std::vector<MergeReport>& reports, const CopyResult& copies);

class DisagreementFinder {
 public:
  DisagreementFinder(const std::vector<MergeReport>& reports, const CopyResult& copies, const NameNumbers& names)
      : reports_(reports), copies_(copies), names_(names) {}

  // Adds a line for each mention that says something on what is told differently. `mentions` are those of the item, in
  // the order of reports; their numbers are the item's.
  void Find(uint32_t merged, const std::vector<const MergeItem*>& mentions, std::vector<Disagreement>& found) const;

 private:
  const std::vector<MergeReport>& reports_;
  const CopyResult& copies_;
  const NameNumbers& names_;
};

}  // namespace rapporteur
