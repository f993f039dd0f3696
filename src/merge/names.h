// Texts as numbers: each different text once, so that comparing two is comparing numbers. 0 is the empty text.
//
// Not for several threads. Deterministic: numbers follow the order of asking.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

namespace rapporteur {

class NameNumbers {
 public:
  NameNumbers() { Of(""); }
  NameNumbers(const NameNumbers&) = delete;
  NameNumbers& operator=(const NameNumbers&) = delete;

  uint32_t Of(std::string_view text) {
    const auto found = numbers_.find(text);
    if (found != numbers_.end()) return found->second;
    texts_.emplace_back(text);
    const auto number = static_cast<uint32_t>(texts_.size() - 1);
    numbers_.emplace(texts_.back(), number);
    return number;
  }
  const std::string& text(uint32_t number) const { return texts_[number]; }

 private:
  std::deque<std::string> texts_;  // stay where they are
  std::unordered_map<std::string_view, uint32_t> numbers_;
};

}  // namespace rapporteur
