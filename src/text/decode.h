// Bytes of a report in, text in UTF-8 out.
//
// Text in UTF-8 is kept as it is, byte order mark, CR and zero bytes included, so that its code points count as
// Python's bytes.decode('utf-8', 'replace') counts them: what is not valid becomes U+FFFD, one for each maximal
// subpart. Stateless, thread-safe, linear in the input.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/result.h"
#include "text/report.h"

namespace rapporteur {

enum class EncodingChoice {
  kDetect,       // UTF-16 by its mark; UTF-8 when valid or nearly; else Windows-1252 when the bytes make sense as that
  kUtf8,         // each of the following: no guessing
  kWindows1252,  // its five unassigned bytes become U+FFFD
  kLatin1,       // ISO 8859-1: every byte is the code point of its number
  kUtf16,        // by its mark, little-endian without one
};

struct DecodeOptions {
  EncodingChoice encoding = EncodingChoice::kDetect;
  uint64_t max_bytes = 256ULL << 20U;  // of the input; at most 1 GiB, so that offsets of the text fit 32 bits
};

// "utf-8", "windows-1252", "latin-1", "utf-16", "auto" and their usual other names, in any case.
// Errors: kUsage  no such encoding (the message lists those there are)
Result<EncodingChoice> EncodingNamed(std::string_view name);

// "UTF-8", "windows-1252", …
std::string_view EncodingName(Encoding encoding);

// Empty input gives empty text. A UTF-16 mark is dropped, as Python's 'utf-16' does; a UTF-8 mark stays.
// Errors: kLimit  more than options.max_bytes
Result<ReportText> DecodeReport(std::string_view bytes, const DecodeOptions& options = {});

}  // namespace rapporteur
