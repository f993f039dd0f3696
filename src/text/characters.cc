#include "text/characters.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace rapporteur {
namespace {

struct Range {
  char32_t first, last;
};

template <size_t N>
bool InRanges(const std::array<Range, N>& ranges, char32_t c) {
  auto it = std::upper_bound(ranges.begin(), ranges.end(), c, [](char32_t v, const Range& r) { return v < r.first; });
  return it != ranges.begin() && c <= std::prev(it)->last;
}

constexpr CodePoint kInvalid{0xFFFD, 1};

// Everything above U+00BF that is not a letter or a mark: punctuation, symbols, arrows, pictures.
constexpr std::array<Range, 25> kNotLetters = {
    {{0xD7, 0xD7},     {0xF7, 0xF7},     {0x2C2, 0x2C5},   {0x2D2, 0x2DF},   {0x37E, 0x37E},
     {0x387, 0x387},   {0x55A, 0x55F},   {0x589, 0x58A},   {0x5BE, 0x5BE},   {0x5F3, 0x5F4},
     {0x600, 0x60F},   {0x61B, 0x61F},   {0x66A, 0x66D},   {0x6D4, 0x6D4},   {0x964, 0x965},
     {0x1360, 0x1368}, {0x2000, 0x2070}, {0x207A, 0x207E}, {0x208A, 0x208E}, {0x20A0, 0x20CF},
     {0x2100, 0x2BFF}, {0x2E00, 0x2E7F}, {0x3000, 0x3004}, {0x3007, 0x3020}, {0xE000, 0xF8FF}}};
constexpr std::array<Range, 9> kNotLettersHigh = {{{0xFE10, 0xFE1F},
                                                   {0xFE30, 0xFE6F},
                                                   {0xFF00, 0xFF20},
                                                   {0xFF3B, 0xFF40},
                                                   {0xFF5B, 0xFF65},
                                                   {0xFFE0, 0xFFFC},
                                                   {0xFFFE, 0xFFFF},
                                                   {0x1F000, 0x1FAFF},
                                                   {0xE0000, 0x10FFFF}}};

// Latin blocks in which capital and small letters alternate, capitals on even code points.
bool AlternatesEven(char32_t c) {
  return (c >= 0x100 && c <= 0x137) || (c >= 0x14A && c <= 0x177) || (c >= 0x1DE && c <= 0x1EF) ||
         (c >= 0x1F8 && c <= 0x233) || (c >= 0x1E00 && c <= 0x1EFF) || (c >= 0x460 && c <= 0x481) ||
         (c >= 0x48A && c <= 0x4BF) || (c >= 0x4D0 && c <= 0x52F);
}
bool AlternatesOdd(char32_t c) { return (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E); }

// U+00E2 U+20AC: the first two thirds of a mark U+2010 to U+203F whose bytes E2 80 xx were read as Windows-1252.
constexpr std::string_view kMangled = "\xC3\xA2\xE2\x82\xAC";

struct MangledMark {
  std::string_view third;  // what the last byte became
  char32_t value;
};

constexpr std::array<MangledMark, 9> kMangledMarks = {{{"\u2122", 0x2019},
                                                       {"\u02DC", 0x2018},
                                                       {"\u0153", 0x201C},
                                                       {"\uFFFD", 0x201D},  // the byte has no character: it was lost
                                                       {"\xC2\x9D", 0x201D},
                                                       {"\u201D", 0x2014},
                                                       {"\u201C", 0x2013},
                                                       {"\u00A2", 0x2022},
                                                       {"\u00A6", 0x2026}}};

CodePoint MangledAt(std::string_view text, size_t at) {
  if (text.substr(at, kMangled.size()) != kMangled) return {};
  const std::string_view rest = text.substr(at + kMangled.size());
  for (const MangledMark& mark : kMangledMarks) {
    if (rest.substr(0, mark.third.size()) == mark.third)
      return {mark.value, static_cast<uint32_t>(kMangled.size() + mark.third.size())};
  }
  return {};
}

}  // namespace

CodePoint CodePointAt(std::string_view text, size_t at) {
  if (at >= text.size()) return {};
  const auto byte = [&](size_t i) { return static_cast<unsigned char>(text[at + i]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  const uint32_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || at + length > text.size()) return kInvalid;
  if (lead == 0xC3 && byte(1) == 0xA2) {
    if (const CodePoint mark = MangledAt(text, at); mark.bytes > 0) return mark;
  }
  char32_t value = lead & (0xFFU >> (length + 1));
  for (uint32_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0U) != 0x80) return kInvalid;
    value = (value << 6U) | (byte(i) & 0x3FU);
  }
  constexpr std::array<char32_t, 5> kSmallest = {0, 0, 0x80, 0x800, 0x10000};
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  if (value < kSmallest[length] || value > 0x10FFFF || surrogate) return kInvalid;
  return {value, length};
}

size_t CodePointFloor(std::string_view text, size_t at) {
  if (at >= text.size()) return text.size();
  size_t start = at;
  for (size_t back = 0; back < 4 && back <= at; ++back) {
    const auto byte = static_cast<unsigned char>(text[at - back]);
    if ((byte & 0xC0U) == 0x80) continue;
    start = CodePointAt(text, at - back).bytes > back ? at - back : at;
    break;
  }
  if (static_cast<unsigned char>(text[start]) < 0x80) return start;
  for (const size_t back : {size_t{2}, kMangled.size()}) {  // the second or third part of a mangled mark
    if (back <= start && text[start - back] == kMangled[0] && MangledAt(text, start - back).bytes > back)
      return start - back;
  }
  return start;
}

std::string MendMarks(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const CodePoint mark = text[at] == kMangled[0] ? MangledAt(text, at) : CodePoint{};
    if (mark.bytes > 0) {
      AppendUtf8(mark.value, &out);
      at += mark.bytes;
    } else {
      out.push_back(text[at++]);
    }
  }
  return out;
}

CodePoint CodePointBefore(std::string_view text, size_t at) {
  if (at == 0 || at > text.size()) return {};
  const size_t start = CodePointFloor(text, at - 1);
  return CodePointAt(text, start);
}

void AppendUtf8(char32_t value, std::string* out) {
  if (value < 0x80) {
    out->push_back(static_cast<char>(value));
  } else if (value < 0x800) {
    out->push_back(static_cast<char>(0xC0U | (value >> 6U)));
    out->push_back(static_cast<char>(0x80U | (value & 0x3FU)));
  } else if (value < 0x10000) {
    out->push_back(static_cast<char>(0xE0U | (value >> 12U)));
    out->push_back(static_cast<char>(0x80U | ((value >> 6U) & 0x3FU)));
    out->push_back(static_cast<char>(0x80U | (value & 0x3FU)));
  } else {
    out->push_back(static_cast<char>(0xF0U | (value >> 18U)));
    out->push_back(static_cast<char>(0x80U | ((value >> 12U) & 0x3FU)));
    out->push_back(static_cast<char>(0x80U | ((value >> 6U) & 0x3FU)));
    out->push_back(static_cast<char>(0x80U | (value & 0x3FU)));
  }
}

bool IsSpace(char32_t c) {
  if (c <= 0x20) return true;
  if (c < 0x7F) return false;
  return c <= 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200B) || (c >= 0x200E && c <= 0x200F) ||
         (c >= 0x2028 && c <= 0x202F) || (c >= 0x205F && c <= 0x2064) || (c >= 0x2066 && c <= 0x206F) || c == 0x3000 ||
         c == 0xFEFF;
}

bool IsDigit(char32_t c) { return c >= '0' && c <= '9'; }

bool IsLetter(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  if (c < 0xC0) return c == 0xAA || c == 0xBA || c == 0xB5 || c == 0xAD;  // the soft hyphen stands inside words
  if (c == 0x200C || c == 0x200D) return true;                            // joiners too
  if (IsSpace(c)) return false;
  return c < 0xFE00 ? !InRanges(kNotLetters, c) : !InRanges(kNotLettersHigh, c);
}

bool IsUpper(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  if (c >= 0xC0 && c <= 0xDE) return c != 0xD7;
  if (AlternatesEven(c)) return (c & 1U) == 0;
  if (AlternatesOdd(c)) return (c & 1U) == 1;
  return c == 0x178 || (c >= 0x386 && c <= 0x38F && c != 0x387) || (c >= 0x391 && c <= 0x3AB) ||
         (c >= 0x400 && c <= 0x42F) || (c >= 0x531 && c <= 0x556);
}

bool IsLower(char32_t c) {
  if (c < 0x80) return c >= 'a' && c <= 'z';
  if (c >= 0xDF && c <= 0xFF) return c != 0xF7;
  if (AlternatesEven(c)) return (c & 1U) == 1;
  if (AlternatesOdd(c)) return (c & 1U) == 0;
  return (c >= 0x3AC && c <= 0x3CE) || (c >= 0x430 && c <= 0x45F) || (c >= 0x561 && c <= 0x587);
}

char32_t ToLower(char32_t c) {
  if (!IsUpper(c)) return c;
  if (c < 0xDF) return c + 0x20;
  if (c == 0x178) return 0xFF;
  if (AlternatesEven(c) || AlternatesOdd(c)) return c + 1;
  if (c >= 0x391 && c <= 0x3AB) return c + 0x20;
  if (c >= 0x410 && c <= 0x42F) return c + 0x20;
  if (c >= 0x400 && c <= 0x40F) return c + 0x50;
  if (c >= 0x531 && c <= 0x556) return c + 0x30;
  return c;
}

bool IsDash(char32_t c) { return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFE58; }
bool IsApostrophe(char32_t c) { return c == '\'' || c == 0x2019 || c == 0x2BC || c == '`' || c == 0xB4 || c == 0x2018; }
bool IsOpenBracket(char32_t c) { return c == '(' || c == '[' || c == '{'; }
bool IsCloseBracket(char32_t c) { return c == ')' || c == ']' || c == '}'; }
bool IsDoubleQuote(char32_t c) {
  return c == '"' || (c >= 0x201C && c <= 0x201F) || c == 0xAB || c == 0xBB || c == 0x300C || c == 0x300D;
}
bool IsSingleQuote(char32_t c) {
  return c == '\'' || c == '`' || c == 0xB4 || (c >= 0x2018 && c <= 0x201B) || c == 0x2039 || c == 0x203A;
}

std::string LowerCase(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const auto c = static_cast<unsigned char>(text[at]);
    if (c < 0x80) {
      out.push_back(static_cast<char>(c >= 'A' && c <= 'Z' ? c + 0x20 : c));
      ++at;
      continue;
    }
    const CodePoint point = CodePointAt(text, at);
    AppendUtf8(ToLower(point.value), &out);
    at += point.bytes;
  }
  return out;
}

}  // namespace rapporteur
