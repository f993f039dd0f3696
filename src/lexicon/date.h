// Calendar days and ranges of them: proleptic Gregorian, no time of day, no time zone.
//
// Value types, deterministic, no clock.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rapporteur {

// A day; days_since_epoch counts from 1970-01-01.
struct Date {
  int year = 1970;
  int month = 1;
  int day = 1;

  static Date FromDays(int64_t days_since_epoch);
  int64_t days() const;
  int weekday() const;  // 0 Monday … 6 Sunday
  Date plus_days(int64_t n) const { return FromDays(days() + n); }
  std::string iso() const;  // "2015-12-15"

  friend bool operator==(Date, Date) = default;
  friend auto operator<=>(Date, Date) = default;
};

// Both ends inclusive; an absent end is open.
struct DateRange {
  std::optional<Date> from;
  std::optional<Date> to;

  bool contains(Date day) const { return (!from || *from <= day) && (!to || day <= *to); }
};

// "2015-12-15" exactly; nothing else.
std::optional<Date> ParseIsoDate(std::string_view text);

// "2015-12-15", "2015-12" or "2015": the range of days it names.
std::optional<DateRange> ParsePartialDate(std::string_view text);

// Number of days in a month of a year.
int DaysInMonth(int year, int month);

}  // namespace rapporteur
