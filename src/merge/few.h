// Lists that keep the first few different values: enough to compare by, whatever comes.
//
// Stateless.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace rapporteur {

inline void AddFew(uint32_t value, size_t most, std::vector<uint32_t>& values) {
  if (values.size() < most && std::find(values.begin(), values.end(), value) == values.end()) values.push_back(value);
}

}  // namespace rapporteur
