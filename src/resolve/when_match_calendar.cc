// Dates by the calendar: 3 March 2015, Friday, spring 2014, Q3.
#include "resolve/when_match.h"

namespace rapporteur {
namespace {

using C = DateWordClass;

}  // namespace

// At `w`: [,] 2015 | [,] of 2015 | of last year | last year.
void DateMatcher::TakeYear(int w, DateExpression& e) const {
  int at = t_.is(w, {","}) ? w + 1 : w;
  if (t_.is(at, {"of", "in"})) ++at;
  if (t_.cls(at) == C::kYear && !t_.CountsThings(at)) {
    e.year = t_.value(at);
    e.last = at;
    return;
  }
  if (t_.is(at, {"the"})) ++at;
  if (t_.cls(at) == C::kReference && t_.is(at + 1, {"year"}) && at == (t_.is(w, {"of"}) ? w + 1 : w)) {
    e.year_reference = static_cast<DateReference>(t_.value(at));
    e.last = at + 1;
  }
}

// March 3, 2015; March 2015; March 3-5; March.
bool DateMatcher::MatchMonth(int w, DateExpression& e) const {
  e.month = t_.value(w);
  int next = w + 1;
  if (t_.is(next, {"."})) ++next;
  if (t_.is(next, {"the"}) && t_.cls(next + 1) == C::kOrdinal) ++next;
  if (t_.IsDayNumber(next) && !t_.HasUnit(next)) {
    e.day = t_.value(next);
    e.last = next;
    if (t_.hyphen(next + 1) && t_.IsDayNumber(next + 2) && t_.value(next + 2) > e.day) {
      e.last_day = t_.value(next + 2);
      e.last = next + 2;
    }
  }
  TakeYear(e.last + 1, e);
  return true;
}

// 3 March 2015; the 3rd of March; 3-5 March.
bool DateMatcher::MatchDayMonth(int w, DateExpression& e) const {
  if (!t_.IsDayNumber(w)) return false;
  int next = w + 1;
  if (t_.is(next, {"and"}) && t_.cls(w) == C::kDigits && t_.IsDayNumber(next + 1) && t_.value(next + 1) > t_.value(w)) {
    DateExpression second;  // 24 and 25 April
    second.first = second.last = next + 1;
    if (!MatchDayMonth(next + 1, second)) return false;
    e.day = t_.value(w);
    e.month = second.month;
    e.year = second.year;
    return true;
  }
  if ((t_.hyphen(next) || t_.is(next, {"to"})) && t_.IsDayNumber(next + 1) && t_.cls(next + 2) == C::kMonth &&
      t_.value(next + 1) > t_.value(w)) {
    e.last_day = t_.value(next + 1);
    next += 2;
  }
  if (t_.is(next, {"of"})) ++next;
  if (t_.hyphen(next)) ++next;
  if (t_.cls(next) != C::kMonth) return false;
  if (t_.cls(w) == C::kOrdinal && next == w + 1 && t_.value(w) <= 3 && t_.text(w)[0] > '9')
    return false;  // the first March
  e.day = t_.value(w);
  e.month = t_.value(next);
  e.last = next;
  if (t_.hyphen(e.last + 1) && t_.cls(e.last + 2) == C::kYear) ++e.last;
  TakeYear(e.last + 1, e);
  return true;
}

// Monday; Monday, March 3; Monday the 3rd of March; Monday morning; Monday of last week.
bool DateMatcher::MatchWeekday(int w, DateExpression& e) const {
  e.kind = DateKind::kWeekday;
  e.weekday = t_.value(w);
  int next = w + 1;
  if (t_.cls(next) == C::kDayPart) e.last = next++;
  if (t_.is(next, {","})) ++next;
  if (t_.is(next, {"the"})) ++next;
  DateExpression date;
  date.first = date.last = next;
  if ((t_.cls(next) == C::kMonth && MatchMonth(next, date) && date.day > 0) || MatchDayMonth(next, date)) {
    date.first = w;
    date.weekday = e.weekday;
    e = date;
    return true;
  }
  next = e.last + 1;
  if (t_.is(next, {"of"})) ++next;
  if (t_.cls(next) == C::kReference && t_.is(next + 1, {"week"})) {
    e.week_reference = static_cast<DateReference>(t_.value(next));
    e.last = next + 1;
  }
  return true;
}

bool DateMatcher::MatchDayName(int w, DateExpression& e) const {
  if (t_.text(w) == "overnight") {  // began yesterday, ended today
    e.kind = DateKind::kSpan;
    e.count = 1;
    return true;
  }
  e.kind = DateKind::kDay;
  e.count = t_.value(w);
  if (t_.is(w + 1, {"'s", "’s"}) && e.count == 0) return true;
  if (t_.cls(w + 1) == C::kDayPart) e.last = w + 1;
  return true;
}

bool DateMatcher::MatchYear(int w, DateExpression& e) const {
  e.year = t_.value(w);
  return t_.StandsAsYear(w);
}

// spring 2014; the summer of 1990; in the autumn.
bool DateMatcher::MatchSeason(int w, DateExpression& e) const {
  const Upos upos = t_.tree().word(w).upos;
  if (upos != Upos::kNoun && upos != Upos::kPropn) return false;
  e.season = t_.value(w);
  TakeYear(w + 1, e);
  if (e.year > 0 || e.year_reference != DateReference::kNone) return true;
  if (t_.is(w - 1, {"the"}) && t_.text(w) != "fall")
    return t_.is(w - 2, {"in", "during", "since", "by", "until", "of", "for"});
  return t_.cls(w - 1) == C::kPart || (t_.is(w - 1, {"in", "by", "since", "during", "until"}) && t_.text(w) != "fall");
}

// Q3 2019; the third quarter of 2019; the first half of 2014.
bool DateMatcher::MatchQuarter(int w, DateExpression& e) const {
  if (t_.cls(w) == C::kQuarter) {
    e.quarter = t_.value(w);
  } else {
    int next = w + 1;
    if (t_.hyphen(next)) ++next;
    if (t_.is(next, {"quarter"}) && t_.value(w) <= 4) {
      e.quarter = t_.value(w);
    } else if (t_.is(next, {"half"}) && t_.value(w) <= 2 && t_.is(next + 1, {"of"})) {
      e.half = t_.value(w);
    } else {
      return false;
    }
    e.last = next;
  }
  TakeYear(e.last + 1, e);
  return e.half == 0 || e.year > 0 || e.year_reference != DateReference::kNone;
}

bool DateMatcher::MatchHoliday(int w, DateExpression& e) const {
  if (!StartsUpper(t_.tree().word(w).form)) return false;
  e.month = t_.value(w) / 100;
  e.day = t_.value(w) % 100;
  if (t_.is(w + 1, {"eve"})) --e.day;
  if (t_.is(w + 1, {"eve", "day"})) e.last = w + 1;
  TakeYear(e.last + 1, e);
  return true;
}

}  // namespace rapporteur
