// Dates counted from another: last week, two days later, the end of the year.
#include "resolve/when_match.h"

namespace rapporteur {
namespace {

using C = DateWordClass;

}  // namespace

// last Friday, this week, next month, last April, last night, the past two months, the same day.
bool DateMatcher::MatchReference(int w, DateExpression& e) const {
  const auto reference = static_cast<DateReference>(t_.value(w));
  int next = w + 1;
  if (t_.cls(next) == C::kReference) ++next;  // this past week, this coming Friday
  const bool two = next > w + 1;
  e.reference = two ? static_cast<DateReference>(t_.value(w + 1)) : reference;
  switch (t_.cls(next)) {
    case C::kWeekday:
      e.kind = DateKind::kWeekday;
      e.weekday = t_.value(next);
      e.last = t_.cls(next + 1) == C::kDayPart ? next + 1 : next;
      return reference != DateReference::kSame;
    case C::kMonth:
      e.last = next;
      if (!MatchMonth(next, e)) return false;
      return e.year == 0;
    case C::kSeason:
      e.season = t_.value(next);
      e.last = next;
      return true;
    case C::kDayPart:
      e.kind = DateKind::kDay;
      e.count = e.reference == DateReference::kLast ? -1 : 0;
      e.last = next;
      return e.reference != DateReference::kNext && e.reference != DateReference::kSame && !t_.is(w, {"past"});
    case C::kUnit:
      return MatchReferenceUnit(w, next, e);
    case C::kNumber:
    case C::kDigits:
    case C::kVague: {
      if (t_.cls(next + 1) != C::kUnits && t_.cls(next + 1) != C::kUnit) return false;
      if (e.reference == DateReference::kSame || e.reference == DateReference::kThis) return false;
      e.kind = DateKind::kSpan;
      e.count = t_.value(next);
      e.vague = t_.cls(next) == C::kVague;
      e.unit = static_cast<DateUnit>(t_.value(next + 1));
      e.last = next + 1;
      return true;
    }
    default:
      return false;
  }
}

// w: last; unit: year. "The next day", "the previous day", "the following week" count from another date.
bool DateMatcher::MatchReferenceUnit(int w, int unit, DateExpression& e) const {
  e.unit = static_cast<DateUnit>(t_.value(unit));
  e.last = unit;
  const bool after_the = t_.is(w - 1, {"the"});
  const std::string_view word = t_.text(w);
  if (word == "same" || (word == "this" && e.unit == DateUnit::kDay)) {
    e.kind = word == "same" ? DateKind::kSameAsOther : DateKind::kDay;
    return word != "same" || after_the || t_.is(w - 1, {"that"});
  }
  if (word == "following" || word == "previous" || (word == "next" && after_the && e.unit != DateUnit::kDecade) ||
      (e.unit == DateUnit::kDay && e.reference != DateReference::kThis)) {
    e.kind = DateKind::kFromOther;
    e.count = word == "following" || word == "next" ? 1 : -1;
    return e.unit != DateUnit::kHour && (after_the || t_.is(w - 1, {"in"}) || e.unit == DateUnit::kDay);
  }
  if (e.unit == DateUnit::kHour) return false;
  if (after_the && (word == "past" || word == "last") && e.unit != DateUnit::kWeekend) {
    e.kind = DateKind::kSpan;
    e.count = 1;
    return true;
  }
  e.kind = DateKind::kUnit;
  return true;
}

// Two weeks ago, three days later, a year earlier, four days after.
bool DateMatcher::MatchCount(int w, DateExpression& e) const {
  e.count = t_.value(w);
  e.vague = t_.cls(w) == C::kVague;
  int next = w + 1;
  if (t_.cls(w) == C::kNumber && t_.text(w)[0] == 'a' && t_.cls(next) == C::kVague) {  // a few, a couple
    e.vague = t_.text(next) == "few";
    e.count = t_.value(next++);
    if (t_.is(next, {"of"})) ++next;
  }
  if (t_.is(next, {"and"}) && t_.is(next + 1, {"a"}) && t_.is(next + 2, {"half"})) next += 3;
  if (t_.is(next, {"1/2", "½", "more"})) ++next;
  if (t_.cls(next) != C::kUnit && t_.cls(next) != C::kUnits) return false;
  e.unit = static_cast<DateUnit>(t_.value(next));
  return TakeAnchor(next + 1, e);
}

// At `w`, after a count and a unit: ago, earlier, later, before, after, from now.
bool DateMatcher::TakeAnchor(int w, DateExpression& e) const {
  if (t_.hyphen(w)) ++w;
  e.last = w;
  if (t_.is(w, {"ago"})) {
    e.kind = DateKind::kAgo;
    e.count = -e.count;
    return true;
  }
  if (t_.is(w, {"from"}) && t_.is(w + 1, {"now"})) {
    e.kind = DateKind::kAgo;
    e.last = w + 1;
    return true;
  }
  e.kind = DateKind::kFromOther;
  if (t_.is(w, {"after", "before"})) {
    const bool ends = w + 1 >= t_.size() || t_.tree().word(w + 1).upos == Upos::kPunct || t_.is(w + 1, {"and", "but"});
    e.of_something = !ends;
    if (e.of_something) --e.last;
  }
  if (t_.is(w, {"later", "after", "afterwards", "afterward"})) return e.unit != DateUnit::kHour;
  if (t_.is(w, {"earlier", "before", "beforehand", "previously"})) {
    e.count = -e.count;
    return e.unit != DateUnit::kHour;
  }
  return false;
}

// The weekend; the day before; year-end; the year-earlier period; earlier in the day; the end of the year.
bool DateMatcher::MatchUnit(int w, DateExpression& e) const {
  e.unit = static_cast<DateUnit>(t_.value(w));
  e.reference = DateReference::kThis;
  e.kind = DateKind::kUnit;
  if (e.unit == DateUnit::kWeekend) {
    e.reference = DateReference::kNone;
    return t_.is(w - 1, {"the"}) || t_.is(w - 1, {"at"});
  }
  if (e.unit == DateUnit::kYear) {
    const int next = t_.hyphen(w + 1) || t_.is(w + 1, {"'s", "’s"}) ? w + 2 : w + 1;
    if (next > w + 1 && t_.is(next, {"end"})) {
      e.kind = DateKind::kCalendar;  // its last day
      e.month = 12;
      e.day = 31;
      e.last = next;
      TakeYear(next + 1, e);
      if (e.year == 0 && e.year_reference == DateReference::kNone) e.year_reference = DateReference::kThis;
      e.reference = DateReference::kNone;
      return true;
    }
    if (t_.is(w + 1, {"-"}) && t_.is(w + 2, {"earlier", "ago"})) {
      e.count = 1;
      return TakeAnchor(w + 1, e);
    }
  }
  if (e.unit == DateUnit::kHour || !t_.is(w - 1, {"the"})) return false;
  if (t_.is(w + 1, {"before", "after", "earlier"}) && e.unit != DateUnit::kQuarter) {
    e.count = 1;
    return TakeAnchor(w + 1, e);
  }
  const bool of_part = t_.is(w - 2, {"of", "in"}) &&
                       t_.is(w - 3, {"end", "beginning", "start", "middle", "earlier", "later", "early", "late"});
  if (!of_part) return false;
  if (e.unit == DateUnit::kDay) e.kind = DateKind::kSameAsOther;
  return true;
}

}  // namespace rapporteur
