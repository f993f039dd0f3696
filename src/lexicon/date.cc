#include "lexicon/date.h"

#include <cstdio>

namespace rapporteur {
namespace {

bool IsLeap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

// Digits only, no sign; -1 when there is anything else.
int ParseDigits(std::string_view text) {
  int value = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return text.empty() ? -1 : value;
}

}  // namespace

// Both conversions count years from March, so that the leap day is a year's last, in eras of 400 years.
Date Date::FromDays(int64_t days_since_epoch) {
  const int64_t z = days_since_epoch + 719468;
  const int64_t era = (z >= 0 ? z : z - 146096) / 146097;
  const int64_t day_of_era = z - era * 146097;
  const int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int64_t shifted = (5 * day_of_year + 2) / 153;
  Date date;
  date.day = static_cast<int>(day_of_year - (153 * shifted + 2) / 5 + 1);
  date.month = static_cast<int>(shifted < 10 ? shifted + 3 : shifted - 9);
  date.year = static_cast<int>(year_of_era + era * 400 + (date.month <= 2 ? 1 : 0));
  return date;
}

int64_t Date::days() const {
  const int64_t y = year - (month <= 2 ? 1 : 0);
  const int64_t era = (y >= 0 ? y : y - 399) / 400;
  const int64_t year_of_era = y - era * 400;
  const int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  const int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

int Date::weekday() const {
  const int64_t day_number = days() + 3;  // 1970-01-01 was a Thursday
  return static_cast<int>(((day_number % 7) + 7) % 7);
}

std::string Date::iso() const {
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02d-%02d", year, month, day);
  return text;
}

int DaysInMonth(int year, int month) {
  static constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12) return 0;
  return month == 2 && IsLeap(year) ? 29 : kDays[month - 1];
}

std::optional<Date> ParseIsoDate(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const Date date{ParseDigits(text.substr(0, 4)), ParseDigits(text.substr(5, 2)), ParseDigits(text.substr(8, 2))};
  if (date.year < 0 || date.day < 1 || date.day > DaysInMonth(date.year, date.month)) return std::nullopt;
  return date;
}

std::optional<DateRange> ParsePartialDate(std::string_view text) {
  if (text.size() == 10) {
    const std::optional<Date> day = ParseIsoDate(text);
    if (!day) return std::nullopt;
    return DateRange{day, day};
  }
  if (text.size() != 7 && text.size() != 4) return std::nullopt;
  const int year = ParseDigits(text.substr(0, 4));
  if (year < 0) return std::nullopt;
  if (text.size() == 4) return DateRange{Date{year, 1, 1}, Date{year, 12, 31}};
  const int month = text[4] == '-' ? ParseDigits(text.substr(5, 2)) : -1;
  if (month < 1 || month > 12) return std::nullopt;
  return DateRange{Date{year, month, 1}, Date{year, month, DaysInMonth(year, month)}};
}

}  // namespace rapporteur
