// The words of a text as reports are compared by them: lower case, without marks; "Assad's" is assads, "cease-fire"
// two.
//
// Stateless. Calls take(hash, begin, end) for each word in order, with its bytes in `utf8`.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/span.h"
#include "text/characters.h"

namespace rapporteur {

inline uint64_t MixHash(uint64_t hash) {
  hash ^= hash >> 33U;
  hash *= 0xff51afd7ed558ccdULL;
  hash ^= hash >> 33U;
  hash *= 0xc4ceb9fe1a85ec53ULL;
  return hash ^ (hash >> 33U);
}

inline constexpr uint64_t kEmptyHash = 0xcbf29ce484222325ULL;

inline uint64_t AddToHash(uint64_t hash, uint64_t value) { return (hash ^ value) * 0x100000001b3ULL; }

template <typename Take>
void ForEachWord(std::string_view utf8, Span span, Take take) {
  uint64_t hash = kEmptyHash;
  uint32_t begin = span.begin;
  bool inside = false;
  for (uint32_t at = span.begin; at < span.end;) {
    const CodePoint point = CodePointAt(utf8, at);
    if (point.bytes == 0) break;
    if (IsWordCharacter(point.value)) {
      if (!inside) begin = at;
      inside = true;
      hash = AddToHash(hash, ToLower(point.value));
    } else if (inside && !IsApostrophe(point.value)) {
      take(MixHash(hash), begin, at);
      inside = false;
      hash = kEmptyHash;
    }
    at += point.bytes;
  }
  if (inside) take(MixHash(hash), begin, span.end);
}

}  // namespace rapporteur
