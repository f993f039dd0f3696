// How the model sees a word's letters: normal form, shape, plain form, lower case (docs/model.md, sections 3 and 7).
//
// Immutable once read; threads may share it. Deterministic. Bytes that are not UTF-8 are taken as U+FFFD.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace rapporteur {

class FoldTable {
 public:
  enum class Class : uint8_t { kOther, kUpper, kLower, kDigit };

  // Errors: kFormat  records cut short, out of order, or with a class or replacement that cannot be
  static Result<FoldTable> Read(std::string_view section);

  // Appends nothing to what `normal` and `shape` hold: both are overwritten.
  void NormalAndShape(std::string_view form, std::string& normal, std::string& shape) const;

  // Quotes made plain and characters without width left out; all else as it is.
  std::string Plain(std::string_view form) const;

  // Each code point's lower case.
  std::string Lower(std::string_view text) const;

 private:
  struct Record {
    uint32_t code_point = 0;
    uint32_t lower = 0;
    Class kind = Class::kOther;
    uint8_t length = 0;
    std::array<char, 6> replacement = {};
    std::string_view text() const { return {replacement.data(), length}; }
  };

  // Null when the table lacks the code point.
  const Record* Find(uint32_t code_point) const;

  std::vector<Record> records_;           // sorted
  std::array<int32_t, 256> direct_ = {};  // index of the records of the first code points, -1 for none
};

// The code point at `at`, which moves past it; U+FFFD, one byte on, for what is not UTF-8.
uint32_t NextCodePoint(std::string_view text, size_t& at);
void AppendCodePoint(std::string& text, uint32_t code_point);

}  // namespace rapporteur
