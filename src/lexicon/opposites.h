// What tells two claims apart: words of opposite meaning (opposites.tsv), and how much each sign of a dispute weighs
// (dispute_weights.tsv).
//
// Immutable once read: any number of threads may use them. Deterministic: lines keep the order of the files; a user's
// line with the same first cell replaces the shipped one.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/string_map.h"
#include "lexicon/table.h"

namespace rapporteur {

// opposites.tsv. Key: one, as written.
struct OppositeLine {
  std::string key;
  std::vector<std::string> one, other;  // other is empty for words that only mean the same
};

// Where a lemma stands: a line, and which of its cells.
struct OppositePlace {
  uint32_t line = 0;
  bool other = false;
};

class OppositeTable {
 public:
  OppositeTable() = default;
  explicit OppositeTable(std::vector<OppositeLine> lines);

  const std::vector<OppositeLine>& lines() const { return lines_; }

  // Empty when no line has the lemma.
  const std::vector<OppositePlace>& Find(std::string_view lemma) const;

 private:
  std::vector<OppositeLine> lines_;
  StringMap<std::vector<OppositePlace>> places_;
};

// dispute_weights.tsv. Key: feature.
struct DisputeWeight {
  std::string feature;
  double weight = 0;
};

// Each reads the tables of all directories in order; every broken line adds to `problems` and is left out.
OppositeTable ReadOpposites(const std::vector<Table>& tables, std::vector<LexiconProblem>& problems);
std::vector<DisputeWeight> ReadDisputeWeights(const std::vector<Table>& tables, std::vector<LexiconProblem>& problems);

}  // namespace rapporteur
