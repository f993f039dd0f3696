// SHA-256, for the hashes that the record, the lexicon and the model show. FIPS 180-4.
//
// Deterministic; one object belongs to one thread.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace rapporteur {

class Sha256 {
 public:
  void Add(std::string_view bytes);

  // The digest of everything added; the object is spent then.
  std::array<uint8_t, 32> Digest();

 private:
  void Block(const uint8_t* block);

  std::array<uint32_t, 8> state_ = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                    0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  std::array<uint8_t, 64> buffer_ = {};
  size_t buffered_bytes_ = 0;
  uint64_t total_bytes_ = 0;
};

// 64 lower-case hexadecimal digits.
std::string Sha256Hex(std::string_view bytes);
std::string HexOf(const std::array<uint8_t, 32>& digest);

}  // namespace rapporteur
