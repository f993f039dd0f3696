// Calendar arithmetic: from the fields of a date expression to the days that it names.
//
// Weeks run from Monday to Sunday. Deterministic, stateless.
#pragma once

#include <optional>

#include "lexicon/date.h"
#include "resolve/when_scan.h"

namespace rapporteur {

// What an expression may be understood by.
struct DateContext {
  std::optional<Date> today;  // of the report
  std::optional<Date> other;  // the day that "two weeks later" counts from: told before in the text
  char direction = '?';       // '<' past, '>' future
};

struct NamedPeriod {
  std::optional<DateRange> days;  // none: cannot be computed
  bool relative = false;          // rests on the context
};

NamedPeriod ResolveExpression(const DateExpression& expression, const DateContext& context);

// The calendar unit that holds a day: its ISO week, month, year.
DateRange UnitAround(DateUnit unit, Date day);

// `count` units away; days of shorter months are cut to their last.
Date Shift(Date day, DateUnit unit, int count);

// The part of a period that early, mid and late name: its thirds.
DateRange PartOf(DateRange period, DatePart part);

}  // namespace rapporteur
