// A value of any query, whatever its type: for those who do not know the columns beforehand.
//
// Value types.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace rapporteur {

struct DuckDay {
  int32_t days = 0;  // since 1970-01-01
  friend bool operator==(DuckDay, DuckDay) = default;
};

struct DuckMoment {
  int64_t microseconds = 0;  // since 1970-01-01; of a time with a zone in UTC
  friend bool operator==(DuckMoment, DuckMoment) = default;
};

struct DuckValue;
using DuckValues = std::vector<DuckValue>;

struct DuckValue {
  // None: null. A whole number that 64 bits do not hold, and a decimal, is a double.
  std::variant<std::monostate, bool, int64_t, double, std::string, DuckDay, DuckMoment, DuckValues> is;
  friend bool operator==(const DuckValue&, const DuckValue&) = default;
};

}  // namespace rapporteur
