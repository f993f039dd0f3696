// Finds the expressions of a sentence that name dates, as fields, before any calendar arithmetic is done.
//
// Reads the words, and the tree only to tell a year from a number and May from Mrs May. Deterministic, stateless.
#pragma once

#include <optional>
#include <vector>

#include "resolve/tree.h"
#include "resolve/when_words.h"

namespace rapporteur {

enum class DateKind : uint8_t {
  kCalendar,     // year, month, day, season, quarter, decade: those that are told
  kWeekday,      // Friday, last Friday
  kDay,          // today, yesterday: count days from today
  kUnit,         // this week, last month, the weekend, next year: reference and unit
  kSpan,         // the past two months, the next three days: reference, count and unit
  kAgo,          // two weeks ago: count (negative for the past) and unit, from today
  kFromOther,    // two weeks later, the day before, the previous day: count and unit, from another date
  kSameAsOther,  // the same day, the day
};

struct DateExpression {
  int first = 0, last = 0;  // words
  DateKind kind = DateKind::kCalendar;
  int year = 0, month = 0, day = 0;  // 0: not told
  int last_day = 0;                  // of "3-5 March"; 0: no range
  int weekday = -1, season = -1;
  int quarter = 0, half = 0, decade = 0;
  int count = 0;
  bool vague = false;         // several weeks ago: not computable
  bool of_something = false;  // of kFromOther: counts from what the next words tell ("two days after the attack")
  DateUnit unit = DateUnit::kDay;
  DateReference reference = DateReference::kNone;
  DateReference year_reference = DateReference::kNone;  // March of last year
  DateReference week_reference = DateReference::kNone;  // Monday of last week
  DatePart part = DatePart::kNone;
  char within = 0;  // '<' earlier this month, '>' later this year
};

// In text order, not overlapping.
std::vector<DateExpression> ScanDates(const Tree& tree);

}  // namespace rapporteur
