#include "lexicon/fold.h"

#include <bit>

namespace rapporteur {
namespace {

// Base letters of U+00C0–U+024F and U+1E00–U+1EFF, one a code point. '.': no letter with a base; '?': see TwoLetters.
// Made from Unicode's canonical decompositions; ø, đ, ł, ı, ə and their like, which have none, by hand.
constexpr std::string_view kLatin =
    "aaaaaa?ceeeeiiiidnooooo.ouuuuy??aaaaaa?ceeeeiiiidnooooo.ouuuuy?yaaaaaaccccccccddddeeeeeeeeeegggg"
    "gggghhhhiiiiiiiiii??jjkkkllllllllllnnnnnnnnnoooooo??rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"
    "...............a................oo.............uu............................aaiioouuuuuuuuuu.aa"
    "aa....ggkkoooo..j...gg..nnaa....aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............"
    "................";
constexpr std::string_view kLatinAdditional =
    "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrr"
    "ssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy....?.aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
    "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";

std::string_view TwoLetters(uint32_t code) {
  switch (code) {
    case 0xC6:
    case 0xE6:
      return "ae";
    case 0xDE:
    case 0xFE:
      return "th";
    case 0x132:
    case 0x133:
      return "ij";
    case 0x152:
    case 0x153:
      return "oe";
    default:
      return "ss";  // ß and ẞ
  }
}

// The code point at text[at], and its length in bytes; a broken byte is a code point of its own.
uint32_t Decode(std::string_view text, size_t at, size_t& length) {
  const auto byte = [&](size_t i) { return i < text.size() ? static_cast<uint8_t>(text[i]) : uint32_t{0}; };
  const uint32_t lead = byte(at);
  length = lead < 0x80 ? 1 : static_cast<size_t>(std::countl_one(static_cast<uint8_t>(lead)));
  if (length < 2 || length > 4 || at + length > text.size()) {
    length = 1;
    return lead;
  }
  if (lead < 0x80) return lead;
  uint32_t code = lead & (0x7FU >> length);
  for (size_t i = 1; i < length; ++i) code = (code << 6) | (byte(at + i) & 0x3F);
  return code;
}

enum class Sign { kLetter, kBlank, kHyphen, kApostrophe, kDropped, kAnd, kOpaque };

Sign SignOf(uint32_t code) {
  if (code < 0x80) {
    const char c = static_cast<char>(code);
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+') return Sign::kLetter;
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') return Sign::kBlank;
    if (c == ',' || c == '(' || c == ')') return Sign::kBlank;  // Educational, Scientific and …; CPI (Maoist)
    if (c == '-' || c == '/') return Sign::kHyphen;
    if (c == '\'' || c == '`') return Sign::kApostrophe;
    if (c == '.' || c == '!') return Sign::kDropped;
    return c == '&' ? Sign::kAnd : Sign::kOpaque;
  }
  if (code == 0xA0 || code == 0x202F) return Sign::kBlank;
  if ((code >= 0x2010 && code <= 0x2013) || code == 0x2212) return Sign::kHyphen;
  if (code == 0x2018 || code == 0x2019 || code == 0xB4 || (code >= 0x2BB && code <= 0x2BF)) return Sign::kApostrophe;
  if (code >= 0x300 && code <= 0x36F) return Sign::kDropped;                    // combining marks
  if (code == 0xAD || code == 0x200B || code == 0x200D) return Sign::kDropped;  // invisible
  if (code < 0xC0 || code == 0xD7 || code == 0xF7) return Sign::kOpaque;        // signs of Latin-1
  if (code >= 0x2000 && code <= 0x206F) return Sign::kOpaque;                   // dashes, quotation marks
  return Sign::kLetter;
}

bool IsUpper(uint32_t code) {
  if (code < 0x80) return code >= 'A' && code <= 'Z';
  if (code < 0xDF) return code >= 0xC0;
  if (code < 0x100) return false;
  const bool odd_is_upper = (code >= 0x139 && code <= 0x148) || (code >= 0x179 && code <= 0x17E);
  if (code < 0x180 || (code >= 0x1E00 && code < 0x1F00)) return ((code & 1) != 0) == odd_is_upper;
  return code == 0x18F || (code >= 0x391 && code <= 0x3A9) || (code >= 0x400 && code <= 0x42F);
}

void AppendFolded(std::string_view bytes, uint32_t code, std::string& out) {
  if (code < 0x80) {
    out += static_cast<char>(code >= 'A' && code <= 'Z' ? code + 32 : code);
    return;
  }
  char base = '.';
  if (code >= 0xC0 && code < 0xC0 + kLatin.size()) base = kLatin[code - 0xC0];
  if (code >= 0x1E00 && code < 0x1E00 + kLatinAdditional.size()) base = kLatinAdditional[code - 0x1E00];
  if (code == 0x259) base = 'a';
  if (base == '.') {
    out += bytes;
  } else if (base == '?') {
    out += TwoLetters(code);
  } else {
    out += base;
  }
}

// The fast way for the most names: ASCII letters with blanks, hyphens and dots. False where there is anything else.
bool FoldPlain(std::string_view name, std::string& folded) {
  bool blank = false;
  folded.reserve(name.size());
  for (char c : name) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      if (blank && !folded.empty()) folded += ' ';
      blank = false;
      folded += c;
    } else if (c == ' ' || c == '-') {
      blank = true;
    } else if (c != '.') {
      return false;
    }
  }
  return true;
}

bool IsApostrophe(std::string_view text, size_t at, size_t& length) {
  return SignOf(Decode(text, at, length)) == Sign::kApostrophe;
}

}  // namespace

std::vector<FoldedUnit> FoldUnits(std::string_view form, bool* opaque) {
  std::vector<FoldedUnit> units;
  if (opaque != nullptr) *opaque = false;
  bool open = false;
  bool after_apostrophe = false;
  int letters = 0;
  const auto begin_unit = [&] {
    if (open) return;
    units.push_back({{}, 0, 0, after_apostrophe});
    open = true;
    letters = 0;
  };
  for (size_t at = 0, length = 1; at < form.size(); at += length) {
    const uint32_t code = Decode(form, at, length);
    switch (SignOf(code)) {
      case Sign::kLetter:
        begin_unit();
        if (letters < 64 && IsUpper(code)) units.back().upper |= uint64_t{1} << letters;
        units.back().letters = ++letters;
        AppendFolded(form.substr(at, length), code, units.back().text);
        break;
      case Sign::kApostrophe:
        after_apostrophe = !open;
        continue;
      case Sign::kDropped:
        continue;
      case Sign::kAnd:
        units.push_back({"and", 0, 3, false});
        open = false;
        break;
      case Sign::kBlank:
      case Sign::kHyphen:
        open = false;
        break;
      case Sign::kOpaque:
        if (opaque != nullptr) *opaque = true;
        return {};
    }
    after_apostrophe = false;
  }
  // Only a possessive hangs on the word before: in "al-'Arab" the apostrophe is a letter of another script.
  for (FoldedUnit& unit : units) unit.joined = unit.joined && unit.text == "s";
  return units;
}

std::string FoldName(std::string_view name) {
  std::string folded;
  if (FoldPlain(name, folded)) return folded;
  folded.clear();
  for (const FoldedUnit& unit : FoldUnits(name)) {
    if (!folded.empty() && !unit.joined) folded += ' ';
    folded += unit.text;
  }
  return folded;
}

std::string_view CutPossessive(std::string_view name) {
  const auto ends_with_apostrophe = [](std::string_view text, size_t& length) {
    for (length = 1; length <= 3 && length <= text.size(); ++length) {
      size_t whole = 0;
      if (IsApostrophe(text, text.size() - length, whole) && whole == length) return true;
    }
    return false;
  };
  size_t length = 0;
  if (ends_with_apostrophe(name, length)) return name.substr(0, name.size() - length);
  if (!name.ends_with('s') && !name.ends_with('S')) return name;
  const std::string_view stem = name.substr(0, name.size() - 1);
  return ends_with_apostrophe(stem, length) ? stem.substr(0, stem.size() - length) : name;
}

uint64_t UpperMask(std::string_view name) {
  CapitalMask mask;
  for (const FoldedUnit& unit : FoldUnits(name)) mask.Add(unit);
  return mask.bits();
}

}  // namespace rapporteur
