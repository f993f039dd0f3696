// Brings names to the form under which they are compared: lower case, without diacritics, quotes and hyphens.
//
// Deterministic, no state. "al-Assad" and "Al Assad" fold to the units al, assad; "Sana'a" to sanaa; "U.S." to us;
// "Türkiye" to turkiye.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur {

// A piece of a name between blanks, hyphens, commas and brackets.
struct FoldedUnit {
  std::string text;
  uint64_t upper = 0;   // bit i: the i-th letter was upper case as written (the first 64 letters)
  bool joined = false;  // a possessive 's: belongs to the unit before it without a blank
};

// The units of a form. Empty for a form with a character that no name has (a comma, a bracket, a quotation mark) and
// for one of hyphens and apostrophes only; `opaque` tells which: true for the former.
std::vector<FoldedUnit> FoldUnits(std::string_view form, bool* opaque = nullptr);

// The units of a whole name, blanks between them, as one string.
std::string FoldName(std::string_view name);

// `name` without a final possessive: Russia's, Houthis’.
std::string_view CutPossessive(std::string_view name);

// Bits of the upper-case letters of a whole name.
uint64_t UpperMask(std::string_view name);

}  // namespace rapporteur
