#include "text/decode.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <utility>

#include "text/characters.h"

namespace rapporteur {
namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr uint64_t kHardLimit = 1ULL << 30U;

// Windows-1252 for bytes 0x80 to 0x9F; the rest is as in Latin-1.
constexpr std::array<char32_t, 32> kWindows1252High = {
    0x20AC,       kReplacement, 0x201A, 0x0192, 0x201E, 0x2026,       0x2020, 0x2021,        //
    0x02C6,       0x2030,       0x0160, 0x2039, 0x0152, kReplacement, 0x017D, kReplacement,  //
    kReplacement, 0x2018,       0x2019, 0x201C, 0x201D, 0x2022,       0x2013, 0x2014,        //
    0x02DC,       0x2122,       0x0161, 0x203A, 0x0153, kReplacement, 0x017E, 0x0178};

unsigned char ByteAt(std::string_view bytes, size_t at) { return static_cast<unsigned char>(bytes[at]); }

// How many bytes from `at` start a UTF-8 sequence well: the whole sequence (valid) or the maximal subpart of one.
struct Sequence {
  uint32_t bytes = 1;
  bool valid = false;
};

Sequence SequenceAt(std::string_view bytes, size_t at) {
  const unsigned char lead = ByteAt(bytes, at);
  if (lead < 0x80) return {1, true};
  if (lead < 0xC2 || lead > 0xF4) return {1, false};
  const uint32_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  for (uint32_t i = 1; i < length; ++i) {
    unsigned char low = 0x80;
    unsigned char high = 0xBF;
    if (i == 1) {  // no overlong forms, no surrogates, nothing past U+10FFFF
      if (lead == 0xE0) low = 0xA0;
      if (lead == 0xED) high = 0x9F;
      if (lead == 0xF0) low = 0x90;
      if (lead == 0xF4) high = 0x8F;
    }
    if (at + i >= bytes.size() || ByteAt(bytes, at + i) < low || ByteAt(bytes, at + i) > high) return {i, false};
  }
  return {length, true};
}

struct Utf8Census {
  uint64_t multibyte = 0;  // valid sequences of two bytes and more
  uint64_t invalid = 0;    // bytes in no valid sequence
};

Utf8Census CountUtf8(std::string_view bytes) {
  Utf8Census census;
  for (size_t at = 0; at < bytes.size();) {
    const Sequence sequence = SequenceAt(bytes, at);
    if (!sequence.valid) census.invalid += sequence.bytes;
    if (sequence.valid && sequence.bytes > 1) ++census.multibyte;
    at += sequence.bytes;
  }
  return census;
}

bool IsAsciiLetter(unsigned char c) { return IsLetter(c) && c < 0x80; }

// Whether a byte above 0x7F is what a Windows-1252 or Latin-1 text would hold there.
bool Plausible(std::string_view bytes, size_t at) {
  const unsigned char c = ByteAt(bytes, at);
  if (c < 0xA0) return kWindows1252High[c - 0x80] != kReplacement;
  if (c < 0xC0) return true;
  const auto word = [&](size_t i) { return IsAsciiLetter(ByteAt(bytes, i)) || ByteAt(bytes, i) >= 0xC0; };
  return (at > 0 && word(at - 1)) || (at + 1 < bytes.size() && word(at + 1)) || c == 0xE0 || c == 0xC0;
}

bool LooksLikeWindows1252(std::string_view bytes) {
  uint64_t high = 0;
  uint64_t plausible = 0;
  uint64_t controls = 0;
  for (size_t at = 0; at < bytes.size(); ++at) {
    const unsigned char c = ByteAt(bytes, at);
    if (c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0) ++controls;
    if (c < 0x80) continue;
    ++high;
    if (Plausible(bytes, at)) ++plausible;
  }
  return high * 10 < bytes.size() * 4 && plausible * 20 >= high * 19 && controls * 20 < bytes.size();
}

ReportText DecodeUtf8(std::string_view bytes) {
  ReportText out;
  out.utf8.reserve(bytes.size());
  for (size_t at = 0; at < bytes.size();) {
    const Sequence sequence = SequenceAt(bytes, at);
    if (sequence.valid) {
      out.utf8.append(bytes.substr(at, sequence.bytes));
    } else {
      AppendUtf8(kReplacement, &out.utf8);
      out.replaced_bytes += sequence.bytes;
    }
    at += sequence.bytes;
  }
  return out;
}

ReportText DecodeSingleByte(std::string_view bytes, Encoding encoding) {
  ReportText out;
  out.encoding = encoding;
  out.utf8.reserve(bytes.size() + bytes.size() / 8);
  for (const char byte : bytes) {
    const auto c = static_cast<unsigned char>(byte);
    const bool table = encoding == Encoding::kWindows1252 && c >= 0x80 && c < 0xA0;
    const char32_t value = table ? kWindows1252High[c - 0x80] : c;
    if (table && value == kReplacement) ++out.replaced_bytes;
    AppendUtf8(value, &out.utf8);
  }
  return out;
}

bool HasUtf16Mark(std::string_view bytes) {
  return bytes.size() >= 2 && (bytes.substr(0, 2) == "\xFF\xFE" || bytes.substr(0, 2) == "\xFE\xFF");
}

ReportText DecodeUtf16(std::string_view bytes) {
  ReportText out;
  out.encoding = Encoding::kUtf16;
  const bool big = bytes.substr(0, 2) == "\xFE\xFF";
  if (HasUtf16Mark(bytes)) bytes.remove_prefix(2);
  const auto unit = [&](size_t at) -> char32_t {
    return big ? ByteAt(bytes, at) << 8U | ByteAt(bytes, at + 1) : ByteAt(bytes, at + 1) << 8U | ByteAt(bytes, at);
  };
  size_t at = 0;
  for (; at + 1 < bytes.size(); at += 2) {
    char32_t value = unit(at);
    const bool lead = value >= 0xD800 && value < 0xDC00;
    const char32_t next = lead && at + 3 < bytes.size() ? unit(at + 2) : 0;
    if (next >= 0xDC00 && next < 0xE000) {
      value = 0x10000 + ((value - 0xD800) << 10U) + (next - 0xDC00);
      at += 2;
    } else if (value >= 0xD800 && value < 0xE000) {
      value = kReplacement;
      out.replaced_bytes += 2;
    }
    AppendUtf8(value, &out.utf8);
  }
  if (at < bytes.size()) {
    AppendUtf8(kReplacement, &out.utf8);
    ++out.replaced_bytes;
  }
  return out;
}

// A report is UTF-8 if valid, or if it holds more valid sequences than stray bytes: damaged UTF-8. Otherwise single
// bytes that read as letters and typographic marks are Windows-1252 (of which Latin-1 without C1 controls is a part).
ReportText Detect(std::string_view bytes) {
  if (HasUtf16Mark(bytes)) return DecodeUtf16(bytes);
  const Utf8Census census = CountUtf8(bytes);
  if (census.invalid == 0 || census.multibyte >= census.invalid || !LooksLikeWindows1252(bytes)) {
    return DecodeUtf8(bytes);
  }
  const bool c1 = std::any_of(bytes.begin(), bytes.end(), [](char byte) {
    const auto c = static_cast<unsigned char>(byte);
    return c >= 0x80 && c < 0xA0;
  });
  return DecodeSingleByte(bytes, c1 ? Encoding::kWindows1252 : Encoding::kLatin1);
}

}  // namespace

Result<EncodingChoice> EncodingNamed(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, EncodingChoice>, 14> kNames = {{
      {"auto", EncodingChoice::kDetect},
      {"detect", EncodingChoice::kDetect},
      {"utf8", EncodingChoice::kUtf8},
      {"windows1252", EncodingChoice::kWindows1252},
      {"cp1252", EncodingChoice::kWindows1252},
      {"1252", EncodingChoice::kWindows1252},
      {"ansi", EncodingChoice::kWindows1252},
      {"latin1", EncodingChoice::kLatin1},
      {"iso88591", EncodingChoice::kLatin1},
      {"l1", EncodingChoice::kLatin1},
      {"utf16", EncodingChoice::kUtf16},
      {"utf16le", EncodingChoice::kUtf16},
      {"ascii", EncodingChoice::kUtf8},
      {"usascii", EncodingChoice::kUtf8},
  }};
  std::string plain;
  for (const char c : name) {
    if (c != '-' && c != '_' && c != ' ')
      plain.push_back(static_cast<char>(std::tolower(static_cast<unsigned char>(c))));
  }
  for (const auto& [known, choice] : kNames) {
    if (plain == known) return choice;
  }
  return Error{ErrorCode::kUsage,
               "no encoding '" + std::string(name) + "'; there are utf-8, windows-1252, latin-1, utf-16 and auto"};
}

std::string_view EncodingName(Encoding encoding) {
  switch (encoding) {
    case Encoding::kUtf8:
      return "UTF-8";
    case Encoding::kWindows1252:
      return "windows-1252";
    case Encoding::kLatin1:
      return "ISO-8859-1";
    case Encoding::kUtf16:
      return "UTF-16";
  }
  return "UTF-8";
}

Result<ReportText> DecodeReport(std::string_view bytes, const DecodeOptions& options) {
  const uint64_t limit = std::min(options.max_bytes, kHardLimit);
  if (bytes.size() > limit) {
    return Error{ErrorCode::kLimit, "report of " + std::to_string(bytes.size()) + " bytes, the limit is " +
                                        std::to_string(limit) + "; split it into reports"};
  }
  switch (options.encoding) {
    case EncodingChoice::kUtf8:
      return DecodeUtf8(bytes);
    case EncodingChoice::kWindows1252:
      return DecodeSingleByte(bytes, Encoding::kWindows1252);
    case EncodingChoice::kLatin1:
      return DecodeSingleByte(bytes, Encoding::kLatin1);
    case EncodingChoice::kUtf16:
      return DecodeUtf16(bytes);
    case EncodingChoice::kDetect:
      break;
  }
  return Detect(bytes);
}

}  // namespace rapporteur
