// CRC-32 with zlib's polynomial. Deterministic and stateless.
#pragma once

#include <cstdint>
#include <string_view>

namespace rapporteur {

uint32_t Crc32(std::string_view bytes);

}  // namespace rapporteur
