#include "resolve/when_resolve.h"

#include <algorithm>

namespace rapporteur {
namespace {

constexpr int kMonthsInYear = 12;
constexpr int kSeasonMonths = 3;

DateRange Days(Date from, Date to) { return {from, to}; }

DateRange MonthOf(int year, int month) { return Days({year, month, 1}, {year, month, DaysInMonth(year, month)}); }

// Months counted from year 0, so that they can be added to.
DateRange Months(int first, int count) {
  const int last = first + count - 1;
  const int last_year = last / kMonthsInYear, last_month = last % kMonthsInYear + 1;
  return Days({first / kMonthsInYear, first % kMonthsInYear + 1, 1},
              {last_year, last_month, DaysInMonth(last_year, last_month)});
}

// Where the told fields of a calendar expression lie in a given year.
std::optional<DateRange> InYear(const DateExpression& e, int year) {
  if (e.month > 0 && e.day > 0) {
    if (e.day > DaysInMonth(year, e.month) || e.last_day > DaysInMonth(year, e.month)) return std::nullopt;
    return Days({year, e.month, e.day}, {year, e.month, std::max(e.day, e.last_day)});
  }
  if (e.month > 0) return MonthOf(year, e.month);
  // Of the northern hemisphere; a winter is named by the year of its December unless it only has one.
  if (e.season >= 0) return Months(year * kMonthsInYear + 2 + e.season * kSeasonMonths, kSeasonMonths);
  if (e.quarter > 0) return Months(year * kMonthsInYear + (e.quarter - 1) * kSeasonMonths, kSeasonMonths);
  if (e.half > 0) return Months(year * kMonthsInYear + (e.half - 1) * 6, 6);
  return Days({year, 1, 1}, {year, kMonthsInYear, 31});
}

// The latest that had begun by `today`, or (strictly) was over before it.
std::optional<DateRange> LatestBefore(const DateExpression& e, Date today, bool over) {
  for (int year = today.year; year >= today.year - 8; --year) {
    const std::optional<DateRange> days = InYear(e, year);
    if (days && (over ? *days->to < today : *days->from <= today)) return days;
  }
  return std::nullopt;
}

std::optional<DateRange> EarliestAfter(const DateExpression& e, Date today, bool strictly) {
  for (int year = today.year; year <= today.year + 8; ++year) {
    const std::optional<DateRange> days = InYear(e, year);
    if (days && (strictly ? *days->from > today : *days->to >= today)) return days;
  }
  return std::nullopt;
}

// The tense of the main verb says "past", yet the date belongs to something ahead: nobody calls a day of a year ago by
// its month alone when the next one is near.
bool MustBeAhead(const DateRange& before, const DateRange& after, Date today) {
  constexpr int kLongAgoDays = 270, kSoonDays = 60;
  return today.days() - before.to->days() > kLongAgoDays && after.from->days() - today.days() < kSoonDays;
}

std::optional<DateRange> LatestUnlessAhead(const DateExpression& e, Date today) {
  const std::optional<DateRange> before = LatestBefore(e, today, false);
  const std::optional<DateRange> after = EarliestAfter(e, today, false);
  return e.day > 0 && before && after && MustBeAhead(*before, *after, today) ? after : before;
}

// Without tense: the nearer of both, the past one when it lies as near.
std::optional<DateRange> Nearest(const DateExpression& e, Date today) {
  const std::optional<DateRange> before = LatestBefore(e, today, false);
  const std::optional<DateRange> after = EarliestAfter(e, today, false);
  if (!before || !after) return before ? before : after;
  constexpr int kPastMarginDays = 120;  // news looks back more than ahead
  return after->from->days() - today.days() + kPastMarginDays < today.days() - before->to->days() ? after : before;
}

NamedPeriod ResolveCalendar(const DateExpression& e, const DateContext& context) {
  if (e.decade > 0) return {Days({e.decade, 1, 1}, {e.decade + 9, kMonthsInYear, 31}), false};
  if (e.year > 0) return {InYear(e, e.year), false};
  if (!context.today) return {std::nullopt, true};
  const Date today = *context.today;
  if (e.year_reference != DateReference::kNone) {
    const int shift = e.year_reference == DateReference::kLast ? -1 : e.year_reference == DateReference::kNext ? 1 : 0;
    return {InYear(e, today.year + shift), true};
  }
  switch (e.reference) {
    case DateReference::kLast: {
      // Last month is not called by its name: on 1 March "last February" is the one before.
      const bool month = e.month > 0 && e.day == 0;
      return {LatestBefore(e, month ? today.plus_days(-DaysInMonth(today.year, today.month)) : today, true), true};
    }
    case DateReference::kNext:
      return {EarliestAfter(e, today, true), true};
    case DateReference::kThis:
      return {InYear(e, today.year), true};
    default:
      break;
  }
  if (context.direction == '<') return {LatestUnlessAhead(e, today), true};
  if (context.direction == '>') return {EarliestAfter(e, today, false), true};
  return {Nearest(e, today), true};
}

NamedPeriod ResolveWeekday(const DateExpression& e, const DateContext& context) {
  if (!context.today) return {std::nullopt, true};
  const Date today = *context.today;
  const int back = (today.weekday() - e.weekday + 7) % 7;
  const int ahead = (7 - back) % 7;
  Date day = today.plus_days(-back);
  if (e.week_reference != DateReference::kNone) {
    const int weeks = e.week_reference == DateReference::kLast ? -1 : e.week_reference == DateReference::kNext ? 1 : 0;
    day = today.plus_days(e.weekday - today.weekday() + 7 * weeks);
  } else if (e.reference == DateReference::kLast) {
    day = today.plus_days(back == 0 ? -7 : -back);
  } else if (e.reference == DateReference::kNext) {
    day = today.plus_days(ahead == 0 ? 7 : ahead);
  } else if (context.direction == '>' || (e.reference == DateReference::kThis && context.direction != '<')) {
    day = today.plus_days(ahead);
  }
  return {Days(day, day), true};
}

NamedPeriod ResolveUnit(const DateExpression& e, const DateContext& context) {
  if (!context.today) return {std::nullopt, true};
  const Date today = *context.today;
  if (e.unit == DateUnit::kWeekend && e.reference == DateReference::kNone) {
    const DateRange weekend = UnitAround(DateUnit::kWeekend, today);
    const bool begun = *weekend.from <= today;
    if (context.direction == '>' || begun) return {weekend, true};
    return {UnitAround(DateUnit::kWeekend, today.plus_days(-7)), true};
  }
  const int shift = e.reference == DateReference::kLast ? -1 : e.reference == DateReference::kNext ? 1 : 0;
  return {UnitAround(e.unit, Shift(today, e.unit, shift)), true};
}

NamedPeriod ResolveSpan(const DateExpression& e, const DateContext& context) {
  if (!context.today || e.vague) return {std::nullopt, true};
  const Date today = *context.today;
  if (e.unit == DateUnit::kHour) return {Days(today.plus_days(-(e.count / 24)), today), true};
  if (e.reference == DateReference::kNext) return {Days(today, Shift(today, e.unit, e.count)), true};
  return {Days(Shift(today, e.unit, -e.count), today), true};
}

// What lies a count of units away is named with the precision of the unit: four years ago is a year.
NamedPeriod ResolveShift(const DateExpression& e, std::optional<Date> from) {
  if (!from || e.vague) return {std::nullopt, true};
  if (e.unit == DateUnit::kHour) return {Days(*from, *from), true};
  const bool ages = e.unit == DateUnit::kDecade || e.unit == DateUnit::kCentury;
  return {UnitAround(ages ? DateUnit::kYear : e.unit, Shift(*from, e.unit, e.count)), true};
}

}  // namespace

DateRange UnitAround(DateUnit unit, Date day) {
  switch (unit) {
    case DateUnit::kWeek:
      return Days(day.plus_days(-day.weekday()), day.plus_days(6 - day.weekday()));
    case DateUnit::kWeekend:
      return Days(day.plus_days(5 - day.weekday()), day.plus_days(6 - day.weekday()));
    case DateUnit::kMonth:
      return MonthOf(day.year, day.month);
    case DateUnit::kQuarter:
      return Months(day.year * kMonthsInYear + (day.month - 1) / kSeasonMonths * kSeasonMonths, kSeasonMonths);
    case DateUnit::kYear:
      return Days({day.year, 1, 1}, {day.year, kMonthsInYear, 31});
    case DateUnit::kDecade:
      return Days({day.year / 10 * 10, 1, 1}, {day.year / 10 * 10 + 9, kMonthsInYear, 31});
    case DateUnit::kCentury:
      return Days({(day.year - 1) / 100 * 100 + 1, 1, 1}, {(day.year - 1) / 100 * 100 + 100, kMonthsInYear, 31});
    default:
      return Days(day, day);
  }
}

Date Shift(Date day, DateUnit unit, int count) {
  int months = 0;
  switch (unit) {
    case DateUnit::kHour:
      return day;
    case DateUnit::kDay:
      return day.plus_days(count);
    case DateUnit::kWeek:
    case DateUnit::kWeekend:
      return day.plus_days(7 * static_cast<int64_t>(count));
    case DateUnit::kMonth:
      months = count;
      break;
    case DateUnit::kQuarter:
      months = count * kSeasonMonths;
      break;
    case DateUnit::kYear:
      months = count * kMonthsInYear;
      break;
    case DateUnit::kDecade:
      months = count * kMonthsInYear * 10;
      break;
    case DateUnit::kCentury:
      months = count * kMonthsInYear * 100;
      break;
  }
  const int total = std::max(kMonthsInYear, day.year * kMonthsInYear + day.month - 1 + months);
  const int year = total / kMonthsInYear, month = total % kMonthsInYear + 1;
  return {year, month, std::min(day.day, DaysInMonth(year, month))};
}

DateRange PartOf(DateRange period, DatePart part) {
  if (part == DatePart::kNone || !period.from || !period.to) return period;
  const int64_t length = period.to->days() - period.from->days() + 1;
  if (length < 3) return period;
  const int64_t third = length / 3;
  if (part == DatePart::kEarly) return {period.from, period.from->plus_days(third - 1)};
  if (part == DatePart::kLate) return {period.to->plus_days(1 - third), period.to};
  return {period.from->plus_days(third), period.to->plus_days(-third)};
}

namespace {

NamedPeriod Resolve(const DateExpression& e, const DateContext& context) {
  switch (e.kind) {
    case DateKind::kCalendar:
      return ResolveCalendar(e, context);
    case DateKind::kWeekday:
      return ResolveWeekday(e, context);
    case DateKind::kDay:
      if (!context.today) return {std::nullopt, true};
      return {Days(context.today->plus_days(e.count), context.today->plus_days(e.count)), true};
    case DateKind::kUnit:
      return ResolveUnit(e, context);
    case DateKind::kSpan:
      return ResolveSpan(e, context);
    case DateKind::kAgo:
      return ResolveShift(e, context.today);
    case DateKind::kFromOther:
      return ResolveShift(e, context.other);
    case DateKind::kSameAsOther:
      if (!context.other) return {std::nullopt, true};
      return {UnitAround(e.unit, *context.other), true};
  }
  return {};
}

}  // namespace

NamedPeriod ResolveExpression(const DateExpression& e, const DateContext& context) {
  constexpr int kLastYear = 9999;  // as ISO 8601 writes them
  NamedPeriod period = Resolve(e, context);
  if (period.days && period.days->to->year > kLastYear) period.days.reset();
  return period;
}

}  // namespace rapporteur
