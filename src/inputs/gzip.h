// gzip and deflate: unpacked piece by piece, or whole within a limit.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "inputs/bytes.h"

namespace rapporteur {

inline bool IsGzip(std::string_view bytes) { return bytes.starts_with("\x1F\x8B"); }

// Several gzip members one after the other, as in a WARC, read as one; zero bytes after the last are padding.
// Read's errors: kFormat  damaged, or ends within a member: what came before was given
//                kLimit   more than 64 MiB came out, and 500 times what went in: a bomb, not a text
std::unique_ptr<ByteSource> GzipBytes(std::unique_ptr<ByteSource> packed);

// gzip, zlib or raw deflate, told by its first bytes.
// Errors: kFormat  damaged or cut off
//         kLimit   more than max_bytes come out
Result<std::string> Inflate(std::string_view packed, size_t max_bytes);

}  // namespace rapporteur
