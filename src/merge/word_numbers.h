// Words as numbers, each worked on once: the stem, and its beginning, by which "independent" and "independence" are
// one.
//
// Not for several threads. Deterministic.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>

#include "merge/names.h"

namespace rapporteur {

class WordNumbers {
 public:
  struct Numbers {
    uint32_t stem = 0, beginning = 0;
  };
  explicit WordNumbers(NameNumbers& names) : names_(names) {}

  // `hash` as ForEachWord gives it.
  Numbers Of(uint64_t hash, std::string_view word);

 private:
  NameNumbers& names_;
  std::unordered_map<uint64_t, Numbers> numbers_;
};

}  // namespace rapporteur
