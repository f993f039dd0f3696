#include "resolve/when_scan.h"

#include "lexicon/date.h"
#include "resolve/when_match.h"

namespace rapporteur {
namespace {

using C = DateWordClass;

}  // namespace

bool DateMatcher::Match(int w, DateExpression& e) const {
  e.first = e.last = w;
  e.part = t_.part(w);
  switch (t_.cls(w)) {
    case C::kMonth:
      return MatchMonth(w, e);
    case C::kDigits:
      return MatchDayMonth(w, e) || MatchCount(w, e);
    case C::kOrdinal:
      return MatchDayMonth(w, e) || MatchQuarter(w, e);
    case C::kWeekday:
      return MatchWeekday(w, e);
    case C::kDayName:
      return MatchDayName(w, e);
    case C::kYear:
      return MatchYear(w, e) || MatchCount(w, e);
    case C::kDecade:
      e.decade = t_.value(w);
      return t_.text(w).size() != 3 || t_.is(w - 1, {"the", "early", "late", "mid", "-"});  // in his 30s
    case C::kIsoDate: {
      const Date date = Date::FromDays(t_.value(w));
      e.year = date.year;
      e.month = date.month;
      e.day = date.day;
      return true;
    }
    case C::kIsoMonth:
      e.year = t_.value(w) / 12;
      e.month = t_.value(w) % 12 + 1;
      return true;
    case C::kSeason:
      return MatchSeason(w, e);
    case C::kQuarter:
      return MatchQuarter(w, e);
    case C::kReference:
      return MatchReference(w, e);
    case C::kNumber:
    case C::kVague:
      return MatchCount(w, e);
    case C::kUnit:
      return MatchUnit(w, e);
    case C::kHoliday:
      return MatchHoliday(w, e);
    default:
      return false;
  }
}

// Early, late, mid-, the end of, the beginning of; earlier, later (in).
void DateMatcher::AddModifiersBefore(DateExpression& e, int floor) const {
  int w = e.first - 1;
  if (w >= floor && t_.hyphen(w)) --w;
  if (w >= floor && t_.cls(w) == C::kPart && e.day == 0 && e.part == DatePart::kNone) {
    e.part = static_cast<DatePart>(t_.value(w));
    e.first = w;
    return;
  }
  w = e.first - 1;
  if (w >= floor && t_.is(w, {"the"})) --w;
  if (w - 1 >= floor && t_.is(w, {"of"}) && t_.is(w - 1, {"end", "beginning", "start", "middle"})) {
    e.part = t_.is(w - 1, {"end"}) ? DatePart::kLate : t_.is(w - 1, {"middle"}) ? DatePart::kMid : DatePart::kEarly;
    e.first = w - 1;
    return;
  }
  if (w - 1 >= floor && t_.is(w, {"in"}) && t_.is(w - 1, {"earlier", "later", "early", "late"})) --w;
  if (w < floor || !t_.is(w, {"earlier", "later", "early", "late"})) return;
  if (t_.is(w, {"earlier", "later"})) {
    e.within = t_.is(w, {"earlier"}) ? '<' : '>';
  } else if (e.part == DatePart::kNone) {
    e.part = t_.is(w, {"early"}) ? DatePart::kEarly : DatePart::kLate;
  }
  e.first = w;
}

std::vector<DateExpression> ScanDates(const Tree& tree) {
  std::vector<DateExpression> found;
  const DateTokens tokens(tree);
  if (!tokens.any()) return found;
  const DateMatcher matcher(tokens);
  for (int w = 0; w < tree.size();) {
    DateExpression e;
    if (tokens.cls(w) == C::kNone || !matcher.Match(w, e)) {
      ++w;
      continue;
    }
    matcher.AddModifiersBefore(e, found.empty() ? 0 : found.back().last + 1);
    found.push_back(e);
    w = e.last + 1;
    // "April 24 and 25"
    if (e.month > 0 && e.day > 0 && tokens.is(w, {"and", "or"}) && tokens.cls(w + 1) == C::kDigits &&
        tokens.IsDayNumber(w + 1) && tokens.cls(w + 2) != C::kMonth && tokens.cls(w + 2) != C::kUnits &&
        tokens.value(w + 1) > e.day && !tokens.CountsThings(w + 1)) {
      e.first = e.last = w + 1;
      e.day = tokens.value(w + 1);
      e.last_day = 0;
      e.weekday = -1;
      found.push_back(e);
      w += 2;
    }
  }
  return found;
}

}  // namespace rapporteur
