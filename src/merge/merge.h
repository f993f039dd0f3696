// The record across reports: which reports are copies, which tell one story, and which of their items are the same
// event, talks, agreement, position, dispute or actor, with every mention kept (docs/merging.md).
//
// Not for several threads. Deterministic: the same reports in the same order give the same result. Time grows with the
// reports, not with their pairs; memory is some kilobytes a report.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "merge/company.h"
#include "merge/copies.h"
#include "merge/disagreements.h"
#include "merge/facts.h"
#include "merge/history.h"
#include "merge/names.h"
#include "merge/stories.h"
#include "merge/word_counts.h"
#include "record/record.h"

namespace rapporteur {

struct MergedMention {
  uint32_t merged = 0;  // in MergeResult::items
  uint32_t report = 0;
  int item = 0;
  friend auto operator<=>(const MergedMention&, const MergedMention&) = default;
};

struct MergedItem {
  ItemKind kind = ItemKind::kActor;
  // An actor's name, the name of talks or of an agreement, an event's type, the stance last held; may be empty.
  std::string name;
  bool dated = false;
  int32_t first_seen = 0, last_seen = 0;  // days of its reports
  uint32_t reports = 0;
  uint32_t publishers = 0;  // independent ones: copies of a report, and reports of one publisher, are one
};

// Reports are numbered 0, 1, 2 … in the order of Add.
struct MergeResult {
  CopyResult copies;
  std::vector<uint32_t> stories;        // the first report of each report's story
  std::vector<MergedItem> items;        // in the order of their first mentions, actors first
  std::vector<MergedMention> mentions;  // by item, report, number within the report
  std::vector<Disagreement> disagreements;
  std::vector<HistoryStep> history;  // by item and n
};

class Merger {
 public:
  explicit Merger(const StoryOptions& options) : options_(options) {}

  void Add(const Record& record);
  // Once, after the last Add.
  MergeResult Finish();

 private:
  std::vector<uint32_t> JoinActors(const std::vector<uint32_t>& order, const Company& company,
                                   const std::vector<uint32_t>& stories) const;
  std::vector<uint32_t> JoinItems(const std::vector<uint32_t>& order, const Company& company,
                                  const std::vector<uint32_t>& stories);
  // The merged actors in the items' sides and steps.
  void NameActors(const std::vector<uint32_t>& merged_actors);

  StoryOptions options_;
  NameNumbers names_;
  WordNumbers words_{names_};
  CopyFinder copies_;
  std::vector<MergeReport> reports_;
  std::vector<StoryReport> stories_;
  std::vector<MergeActor> actors_;
  std::vector<std::vector<uint32_t>> named_;      // by each report
  WordCounts sentences_;                          // in how many sentences a word is
  std::vector<size_t> first_actor_, first_item_;  // of each report, in actors_ and items_
  std::vector<MergeItem> items_;
};

}  // namespace rapporteur
