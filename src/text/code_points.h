// Byte offsets of a UTF-8 text to code point offsets and back: users see code points, the program works on bytes.
//
// Built once a text in linear time, 4 bytes for every 64 of it (nothing for plain ASCII); each answer looks at no more
// than 64 bytes. Immutable, thread-safe. The text must outlive the index.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace rapporteur {

class CodePointIndex {
 public:
  // `utf8` is valid UTF-8 (as DecodeReport gives it), less than 4 GiB.
  explicit CodePointIndex(std::string_view utf8);

  uint32_t size() const { return size_; }  // code points in the whole text

  // Code points that start before `byte`; size() at or past the end. A byte within a code point counts as its start.
  uint32_t ToCodePoints(uint32_t byte) const;
  Span ToCodePoints(Span bytes) const { return {ToCodePoints(bytes.begin), ToCodePoints(bytes.end)}; }

  // The byte at which that code point starts; the length of the text at or past the end.
  uint32_t ToBytes(uint32_t code_point) const;
  Span ToBytes(Span code_points) const { return {ToBytes(code_points.begin), ToBytes(code_points.end)}; }

 private:
  std::string_view text_;
  uint32_t size_ = 0;
  std::vector<uint32_t> before_;  // code points that start before each block of 64 bytes; empty for plain ASCII
};

}  // namespace rapporteur
