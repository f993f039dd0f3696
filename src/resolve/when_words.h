// The words that dates are made of, in English: each with its class and value.
//
// Pure tables and lookups; deterministic.
#pragma once

#include <cstdint>
#include <string_view>

namespace rapporteur {

enum class DateWordClass : uint8_t {
  kNone,
  kMonth,      // 1 … 12
  kWeekday,    // 0 Monday … 6
  kSeason,     // 0 spring … 3 winter
  kUnit,       // DateUnit
  kUnits,      // DateUnit, plural form
  kDayName,    // days from today: yesterday -1
  kDayPart,    // morning, night
  kNumber,     // as a word: three; a, an 1
  kVague,      // several, few, many: a number that is not told
  kOrdinal,    // first … thirty-first, 3rd
  kDigits,     // a whole number in digits, value itself
  kYear,       // digits that can be a year: 1500 … 2100
  kDecade,     // 1990s, '90s, nineties: its first year
  kIsoDate,    // 2015-03-03: days since the epoch
  kIsoMonth,   // 2015-03: year * 12 + month - 1
  kQuarter,    // Q3
  kPart,       // DatePart: early, mid, late
  kReference,  // DateReference: this, last, next
  kHoliday,    // month * 100 + day
};

enum class DateUnit : uint8_t { kHour, kDay, kWeek, kWeekend, kMonth, kQuarter, kYear, kDecade, kCentury };
enum class DatePart : uint8_t { kNone, kEarly, kMid, kLate };
enum class DateReference : uint8_t { kNone, kThis, kLast, kNext, kSame };

struct DateWord {
  DateWordClass cls = DateWordClass::kNone;
  int value = 0;
};

// `lower` is the form in lower case, `upper` whether it began with a capital (May, March, Sat, Sun need one).
DateWord FindDateWord(std::string_view lower, bool upper);

// A whole number in ASCII digits, -1 when it is none or has more than four digits.
int ReadDigits(std::string_view text);

}  // namespace rapporteur
