// Little-endian numbers and padded names out of bytes whose bounds the caller has checked.
#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace rapporteur {

inline uint32_t ReadU32(std::string_view bytes, size_t at) {
  assert(at + 4 <= bytes.size());
  uint32_t value = 0;
  for (size_t i = 0; i < 4; ++i) value |= static_cast<uint32_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
  return value;
}

inline uint64_t ReadU64(std::string_view bytes, size_t at) {
  return ReadU32(bytes, at) | static_cast<uint64_t>(ReadU32(bytes, at + 4)) << 32;
}

// A name padded with zero bytes to `width`.
inline std::string_view ReadName(std::string_view bytes, size_t at, size_t width) {
  assert(at + width <= bytes.size());
  const std::string_view name = bytes.substr(at, width);
  return name.substr(0, name.find('\0'));
}

}  // namespace rapporteur
