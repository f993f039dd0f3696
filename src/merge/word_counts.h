// How telling a word is: one that few sentences of the record have tells much, "the" nothing.
//
// Not for several threads while it is filled. Deterministic.
#pragma once

#include <cmath>
#include <cstdint>
#include <vector>

namespace rapporteur {

class WordCounts {
 public:
  // The words of a sentence, each once.
  void Add(const std::vector<uint32_t>& words) {
    ++sentences_;
    for (const uint32_t word : words) {
      if (word >= counts_.size()) counts_.resize(static_cast<size_t>(word) * 2 + 1);
      ++counts_[word];
    }
  }
  // 0 for a word of every sentence; of a word that is in one of a thousand about 7.
  double Weight(uint32_t word) const {
    const double of = word < counts_.size() ? counts_[word] : 0;
    return std::log((sentences_ + 1.0) / (of + 0.5)) - kCommon > 0 ? std::log((sentences_ + 1.0) / (of + 0.5)) : 0;
  }

 private:
  static constexpr double kCommon = 1.6;  // what every fifth sentence has is grammar, or what all reports are about

  uint32_t sentences_ = 0;
  std::vector<uint32_t> counts_;
};

}  // namespace rapporteur
