// Finds what a name may stand for, by the whole name or as the longest name that begins at a word.
//
// Names are compared folded (fold.h). Immutable once filled: any number of threads may read it; deterministic: readings
// keep the order in which they were added, none twice.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lexicon/fold.h"
#include "lexicon/lexicon.h"
#include "lexicon/string_map.h"

namespace rapporteur {

class NameIndex {
 public:
  // `common_words`: folded words that are no names when written small (turkey, new, ideas). Names all of whose words
  // are among them or shorter than four letters match only where every capital of the name is a capital,
  // and keep their article ("The National").
  explicit NameIndex(StringMap<bool> common_words = {}) : common_words_(std::move(common_words)) {}

  void Reserve(size_t names) { slots_.reserve(names); }
  void Add(std::string_view name, NameEntry entry);

  // Takes away all readings of a name, so that it has only those added later; none is one that nobody has.
  void Clear(std::string_view name);

  // As Lexicon::FindName and Lexicon::LongestName.
  const std::vector<NameEntry>* Find(std::string_view name) const;
  NameHit Longest(const std::vector<std::string_view>& words) const;

 private:
  struct Slot {
    std::vector<NameEntry> entries;
    bool cased = false;
    // For a cased name: the readings of each way to write it, by its capitals.
    std::vector<std::pair<uint64_t, std::vector<NameEntry>>> ways;
    int longest = 0;  // where the key is one unit: most units of any name that begins with it
  };

  bool CaseMatters(std::string_view folded) const;
  static const std::vector<NameEntry>* Readings(const Slot& slot, uint64_t upper);
  NameHit LongestAt(const std::vector<std::string_view>& words, size_t begin) const;
  int LongestFrom(const std::vector<FoldedUnit>& pieces, std::string_view next_word) const;
  const std::vector<NameEntry>* FindFolded(std::string_view folded, uint64_t upper) const;

  StringMap<bool> common_words_;
  StringMap<Slot> slots_;
};

}  // namespace rapporteur
