#include <algorithm>

#include "inputs/html_tree.h"
#include "inputs/named_characters.h"
#include "text/characters.h"

namespace rapporteur {
namespace {

struct Character {
  char32_t value = 0;
  size_t bytes = 0;  // of the entity; 0 when there is none
};

// "&#8217;", "&#x2019;" with or without the semicolon. What stands for no character becomes U+FFFD; the numbers of
// Windows-1252's typographic marks mean those, as in browsers.
Character NumberedCharacter(std::string_view text) {
  static constexpr std::array<char32_t, 32> kMarks = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                      0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                                      0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                      0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
  const bool hex = text.size() > 2 && (text[2] == 'x' || text[2] == 'X');
  size_t at = hex ? 3 : 2;
  const size_t begin = at;
  char32_t value = 0;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    int digit = -1;
    if (c >= '0' && c <= '9') digit = c - '0';
    if (hex && c >= 'a' && c <= 'f') digit = c - 'a' + 10;
    if (hex && c >= 'A' && c <= 'F') digit = c - 'A' + 10;
    if (digit < 0) break;
    value = std::min<char32_t>(value * (hex ? 16 : 10) + static_cast<char32_t>(digit), 0x110000);
  }
  if (at == begin) return {};
  if (at < text.size() && text[at] == ';') ++at;
  if (value >= 0x80 && value < 0xA0) value = kMarks.at(value - 0x80);
  if (value == 0 || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000)) value = 0xFFFD;
  return {value, at};
}

Character NamedCharacterAt(std::string_view text) {
  constexpr size_t kLongest = 10;
  size_t end = 1;
  while (end < text.size() && end <= kLongest &&
         ((text[end] >= 'a' && text[end] <= 'z') || (text[end] >= 'A' && text[end] <= 'Z') ||
          (text[end] >= '0' && text[end] <= '9'))) {
    ++end;
  }
  if (end >= text.size() || text[end] != ';') return {};
  const std::string_view name = text.substr(1, end - 1);
  const auto* found = std::lower_bound(kNamedCharacters.begin(), kNamedCharacters.end(), name,
                                       [](const NamedCharacter& a, std::string_view b) { return a.name < b; });
  if (found == kNamedCharacters.end() || found->name != name) return {};
  return {found->value, end + 1};
}

}  // namespace

std::string DecodeEntities(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const size_t plain = std::min(text.find('&'), text.size());
    out.append(text.substr(0, plain));
    text.remove_prefix(plain);
    if (text.empty()) break;
    const Character character = text.size() > 1 && text[1] == '#' ? NumberedCharacter(text) : NamedCharacterAt(text);
    if (character.bytes == 0) {
      out.push_back('&');
      text.remove_prefix(1);
    } else {
      AppendUtf8(character.value, &out);
      text.remove_prefix(character.bytes);
    }
  }
  return out;
}

}  // namespace rapporteur
