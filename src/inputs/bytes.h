// Bytes of an input, read piece by piece: of a file, of memory, unpacked, or turned from UTF-16 into UTF-8.
//
// Not for several threads. None of them holds more than some hundred kilobytes, whatever the input's size.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace rapporteur {

class ByteSource {
 public:
  ByteSource() = default;
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;
  virtual ~ByteSource() = default;

  // At least one byte, at most `most`; 0 at the end. An error is final.
  // Errors: kIo      the file cannot be read
  //         kFormat  what is packed is damaged or ends early
  //         kLimit   it unpacks to far more than any text would
  virtual Result<size_t> Read(char* to, size_t most) = 0;
};

// Errors: kIo  cannot be opened. "-" is standard input, which stays open.
Result<std::unique_ptr<ByteSource>> OpenFileBytes(const std::string& path);

// A copy of the bytes, in pieces of at most `piece` (0: all at once).
std::unique_ptr<ByteSource> MemoryBytes(std::string bytes, size_t piece = 0);

// UTF-16 by its mark, little-endian without one; what is no character becomes U+FFFD.
std::unique_ptr<ByteSource> Utf16Bytes(std::unique_ptr<ByteSource> packed);

// Carriage returns as line feeds, for files whose lines end in them alone.
std::unique_ptr<ByteSource> ReturnsAsLines(std::unique_ptr<ByteSource> bytes);

}  // namespace rapporteur
