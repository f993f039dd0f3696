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
  int letters = 0;      // as written
  bool joined = false;  // a possessive 's: belongs to the unit before it without a blank
};

// The units of a form. Empty for a form with a character that no name has (a comma, a bracket, a quotation mark) and
// for one of hyphens and apostrophes only; `opaque` tells which: true for the former.
std::vector<FoldedUnit> FoldUnits(std::string_view form, bool* opaque = nullptr);

// The units of a whole name, blanks between them, as one string.
std::string FoldName(std::string_view name);

// `name` without a final possessive: Russia's, Houthis’.
std::string_view CutPossessive(std::string_view name);

// Adds the capitals of a name's next unit to those of the units before it: bit i is the name's i-th letter.
class CapitalMask {
 public:
  void Add(const FoldedUnit& unit) {
    if (letters_ < 64) bits_ |= unit.upper << letters_;
    letters_ += unit.letters;
  }
  uint64_t bits() const { return bits_; }

 private:
  uint64_t bits_ = 0;
  int letters_ = 0;
};

// The capitals of a whole name.
uint64_t UpperMask(std::string_view name);

}  // namespace rapporteur
