#include "lexicon/opposites.h"

#include <algorithm>
#include <utility>

#include "lexicon/row.h"

namespace rapporteur {
namespace {

constexpr double kMostWeight = 10;

// A later directory's line replaces the one with the same key, a line "!key" removes it.
template <typename T, typename Key>
void Keep(std::vector<T>& all, T line, Key key) {
  const auto same = std::find_if(all.begin(), all.end(), [&](const T& old) { return key(old) == key(line); });
  if (same != all.end()) {
    *same = std::move(line);
  } else {
    all.push_back(std::move(line));
  }
}

template <typename T, typename Key, typename Read>
std::vector<T> ReadAll(const std::vector<Table>& tables, std::vector<LexiconProblem>& problems, Key key, Read read) {
  std::vector<T> all;
  for (const Table& table : tables) {
    for (const Table::Row& row : table.rows()) {
      if (row.removes) {
        std::erase_if(all, [&](const T& line) { return key(line) == table.cell(row, 0); });
        continue;
      }
      RowReader reader(table, row, problems);
      T line = read(reader);
      if (!reader.broken()) Keep(all, std::move(line), key);
    }
  }
  return all;
}

}  // namespace

OppositeTable::OppositeTable(std::vector<OppositeLine> lines) : lines_(std::move(lines)) {
  for (uint32_t i = 0; i < lines_.size(); ++i) {
    for (const std::string& lemma : lines_[i].one) places_[lemma].push_back({i, false});
    for (const std::string& lemma : lines_[i].other) places_[lemma].push_back({i, true});
  }
}

const std::vector<OppositePlace>& OppositeTable::Find(std::string_view lemma) const {
  static const std::vector<OppositePlace> kNone;
  const auto found = places_.find(lemma);
  return found == places_.end() ? kNone : found->second;
}

OppositeTable ReadOpposites(const std::vector<Table>& tables, std::vector<LexiconProblem>& problems) {
  return OppositeTable(ReadAll<OppositeLine>(
      tables, problems, [](const OppositeLine& line) -> const std::string& { return line.key; },
      [](RowReader& row) {
        return OppositeLine{row.Required(0), row.List(0), row.List(1)};
      }));
}

std::vector<DisputeWeight> ReadDisputeWeights(const std::vector<Table>& tables, std::vector<LexiconProblem>& problems) {
  return ReadAll<DisputeWeight>(
      tables, problems, [](const DisputeWeight& line) -> const std::string& { return line.feature; },
      [](RowReader& row) {
        return DisputeWeight{row.Required(0), row.Number(1, -kMostWeight, kMostWeight)};
      });
}

}  // namespace rapporteur
