// What number a report's words can mean: "at least 12" 12 and more, "dozens" 24 to 99, "7" 7.
//
// Stateless, deterministic.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>

namespace rapporteur {

struct NumberRange {
  static constexpr int64_t kNoEnd = std::numeric_limits<int64_t>::max();
  int64_t least = 0;
  int64_t most = kNoEnd;

  bool meets(NumberRange other) const { return least <= other.most && other.least <= most; }
};

// None: the words name no number ("several", "two soldiers and a child").
std::optional<NumberRange> NumberRangeOf(std::string_view said);

}  // namespace rapporteur
