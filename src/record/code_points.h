// From bytes of a UTF-8 text to the code points that the record counts.
//
// Immutable once made: any number of threads may ask. Keeps a view: the text must outlive it.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace rapporteur {

class CodePoints {
 public:
  explicit CodePoints(std::string_view utf8);

  // How many code points begin before byte `offset`; an offset past the end counts as the end.
  uint32_t At(uint32_t offset) const;

  uint32_t total() const { return total_; }

 private:
  static constexpr uint32_t kStride = 64;  // bytes between two stored counts

  std::string_view utf8_;
  std::vector<uint32_t> counts_;  // code points that begin before byte i * kStride
  uint32_t total_ = 0;
};

}  // namespace rapporteur
