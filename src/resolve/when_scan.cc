#include "resolve/when_scan.h"

#include <algorithm>
#include <string>

#include "lexicon/date.h"

namespace rapporteur {
namespace {

using C = DateWordClass;

bool Among(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

struct DateToken {
  std::string lower;
  DateWord word;
  DatePart part = DatePart::kNone;  // of "mid-2014" in one word
};

class Scanner {
 public:
  explicit Scanner(const Tree& tree) : tree_(tree) {
    tokens_.resize(static_cast<size_t>(tree.size()));
    for (int w = 0; w < tree.size(); ++w) ReadToken(w);
  }

  std::vector<DateExpression> Scan() {
    std::vector<DateExpression> found;
    if (!any_) return found;
    for (int w = 0; w < tree_.size();) {
      DateExpression e;
      if (cls(w) != C::kNone && Match(w, e)) {
        AddModifiersBefore(e, found.empty() ? 0 : found.back().last + 1);
        found.push_back(e);
        w = e.last + 1;
      } else {
        ++w;
      }
    }
    return found;
  }

 private:
  void ReadToken(int w) {
    DateToken& token = tokens_[static_cast<size_t>(w)];
    token.lower = LowerAscii(tree_.word(w).form);
    std::string_view text = token.lower;
    if (text.size() > 4 && text.substr(0, 4) == "mid-") {
      token.part = DatePart::kMid;
      text.remove_prefix(4);
    }
    token.word = FindDateWord(text, token.part != DatePart::kNone || StartsUpper(tree_.word(w).form));
    if (NamesSomebody(w, token.word.cls)) token.word = {};
    any_ = any_ || token.word.cls != C::kNone;
  }

  // Theresa May, April Glaspie, Black September; but not the September 11 attacks.
  bool NamesSomebody(int w, C cls) const {
    if (cls != C::kMonth && cls != C::kWeekday && cls != C::kSeason) return false;
    if (cls == C::kMonth && tokens_[static_cast<size_t>(w)].lower == "may") {
      if (tree_.word(w).upos == Upos::kAux || tree_.word(w).upos == Upos::kVerb) return true;
    }
    for (const NamedMention& mention : tree_.sentence().mentions) {
      if (mention.first > w) break;
      if (mention.last < w) continue;
      return mention.type == MentionType::kPerson ||
             (mention.type == MentionType::kOrganization && mention.first < mention.last);
    }
    return false;
  }

  bool has(int w) const { return w >= 0 && w < tree_.size(); }
  C cls(int w) const { return has(w) ? tokens_[static_cast<size_t>(w)].word.cls : C::kNone; }
  int value(int w) const { return tokens_[static_cast<size_t>(w)].word.value; }
  std::string_view text(int w) const { return has(w) ? std::string_view(tokens_[static_cast<size_t>(w)].lower) : ""; }
  bool is(int w, std::initializer_list<std::string_view> list) const { return has(w) && Among(text(w), list); }
  bool hyphen(int w) const { return is(w, {"-", "–"}); }

  bool DayNumber(int w) const {
    return (cls(w) == C::kDigits || cls(w) == C::kOrdinal) && value(w) >= 1 && value(w) <= 31 &&
           tokens_[static_cast<size_t>(w)].lower.size() <= 4 &&
           (cls(w) == C::kDigits || text(w)[0] <= '9' || value(w) > 0);
  }

  bool Match(int w, DateExpression& e) {
    e.first = e.last = w;
    e.part = tokens_[static_cast<size_t>(w)].part;
    switch (cls(w)) {
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
        e.decade = value(w);
        return true;
      case C::kIsoDate:
        return SetDay(e, Date::FromDays(value(w)));
      case C::kIsoMonth:
        e.year = value(w) / 12;
        e.month = value(w) % 12 + 1;
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

  static bool SetDay(DateExpression& e, Date date) {
    e.year = date.year;
    e.month = date.month;
    e.day = date.day;
    return true;
  }

  // At `w`: [,] 2015 | [,] of 2015 | of last year | last year.
  void TakeYear(int w, DateExpression& e) const {
    int at = is(w, {","}) ? w + 1 : w;
    if (is(at, {"of", "in"})) ++at;
    if (cls(at) == C::kYear && !CountsThings(at)) {
      e.year = value(at);
      e.last = at;
      return;
    }
    if (is(at, {"the"})) ++at;
    if (cls(at) == C::kReference && is(at + 1, {"year"}) && at == (is(w, {"of"}) ? w + 1 : w)) {
      e.year_reference = static_cast<DateReference>(value(at));
      e.last = at + 1;
    }
  }

  // March 3, 2015; March 2015; March 3-5; March.
  bool MatchMonth(int w, DateExpression& e) const {
    e.month = value(w);
    int next = w + 1;
    if (is(next, {"."})) ++next;
    if (is(next, {"the"}) && cls(next + 1) == C::kOrdinal) ++next;
    if (DayNumber(next) && !CountsThings(next)) {
      e.day = value(next);
      e.last = next;
      if (hyphen(next + 1) && DayNumber(next + 2) && value(next + 2) > e.day) {
        e.last_day = value(next + 2);
        e.last = next + 2;
      }
    }
    TakeYear(e.last + 1, e);
    return true;
  }

  // 3 March 2015; the 3rd of March; 3-5 March.
  bool MatchDayMonth(int w, DateExpression& e) const {
    if (!DayNumber(w)) return false;
    int next = w + 1;
    if ((hyphen(next) || is(next, {"to"})) && DayNumber(next + 1) && cls(next + 2) == C::kMonth &&
        value(next + 1) > value(w)) {
      e.last_day = value(next + 1);
      next += 2;
    }
    if (is(next, {"of"})) ++next;
    if (hyphen(next)) ++next;
    if (cls(next) != C::kMonth) return false;
    if (cls(w) == C::kOrdinal && next == w + 1 && value(w) <= 3 && text(w)[0] > '9') return false;  // the first March
    e.day = value(w);
    e.month = value(next);
    e.last = next;
    if (hyphen(e.last + 1) && cls(e.last + 2) == C::kYear) ++e.last;
    TakeYear(e.last + 1, e);
    return true;
  }

  // Monday; Monday, March 3; Monday the 3rd of March; Monday morning; Monday of last week.
  bool MatchWeekday(int w, DateExpression& e) const {
    e.kind = DateKind::kWeekday;
    e.weekday = value(w);
    int next = w + 1;
    if (cls(next) == C::kDayPart) e.last = next++;
    if (is(next, {","})) ++next;
    if (is(next, {"the"})) ++next;
    DateExpression date;
    date.first = date.last = next;
    if ((cls(next) == C::kMonth && MatchMonth(next, date) && date.day > 0) || MatchDayMonth(next, date)) {
      date.first = w;
      date.weekday = e.weekday;
      e = date;
      return true;
    }
    next = e.last + 1;
    if (is(next, {"of"})) ++next;
    if (cls(next) == C::kReference && is(next + 1, {"week"})) {
      e.week_reference = static_cast<DateReference>(value(next));
      e.last = next + 1;
    }
    return true;
  }

  bool MatchDayName(int w, DateExpression& e) const {
    e.kind = DateKind::kDay;
    e.count = value(w);
    if (is(w + 1, {"'s", "’s"}) && e.count == 0) return true;
    if (cls(w + 1) == C::kDayPart) e.last = w + 1;
    return true;
  }

  // A number with four digits is a year where it stands as one: after a preposition, before a noun that it does not
  // count, or alone; never after a currency sign, before a unit, in a decimal or after a name that it numbers.
  bool MatchYear(int w, DateExpression& e) const {
    if (CountsThings(w)) return false;
    if (w > 0) {
      const ParsedWord& before = tree_.word(w - 1);
      if (is(w - 1,
             {"$",       "£",      "€",      "#",    "no.",       "no",      "number", "flight",  "resolution",
              "route",   "room",   "page",   "law",  "directive", "article", "at",     "only",    "about",
              "over",    "nearly", "almost", "than", "least",     "most",    "some",   "another", "approximately",
              "roughly", "around", "x",      "/",    ":",         "+",       "="})) {
        return false;
      }
      const bool linked = before.upos == Upos::kAdp || before.upos == Upos::kPunct || before.upos == Upos::kDet ||
                          before.upos == Upos::kCconj || before.upos == Upos::kAdj || before.upos == Upos::kSconj ||
                          before.upos == Upos::kPart || before.upos == Upos::kPron || cls(w - 1) != C::kNone ||
                          tokens_[static_cast<size_t>(w)].part != DatePart::kNone || is(w - 1, {"year"});
      const Rel rel = tree_.rel(w);
      const bool modifies = rel == Rel::kCompound || rel == Rel::kNmodUnmarked || rel == Rel::kOblUnmarked ||
                            rel == Rel::kAmod || rel == Rel::kNummod;
      if (!linked && !(modifies && tree_.head(w) > w) && rel != Rel::kOblUnmarked) return false;
    }
    e.year = value(w);
    return true;
  }

  // "1990 people", "1,990", "2000 percent", "$ 1990".
  bool CountsThings(int w) const {
    const int next = w + 1;
    if (w > 0 && is(w - 1, {"$", "£", "€", "¥"})) return true;
    if (is(next, {"%",          "percent",    "per",   "million", "billion", "thousand", "hundred", "km",
                  "kilometers", "kilometres", "miles", "meters",  "metres",  "feet",     "people",  "dollars",
                  "euros",      "pounds",     "tons",  "tonnes",  "a.m.",    "p.m.",     "am",      "pm",
                  ":",          "other",      "or",    "gmt",     "hours",   "local",    "/"})) {
      return true;
    }
    if (tree_.rel(w) != Rel::kNummod || tree_.head(w) <= w) return false;
    const ParsedWord& head = tree_.word(tree_.head(w));
    const bool plural = head.xpos == "NNS" || HasFeature(head, "Number=Plur");
    if (!plural || cls(tree_.head(w)) == C::kMonth) return false;
    // "the 2015 elections": a year after an article; "in 2,000 homes": a count.
    return !(w > 0 && cls(w) == C::kYear && is(w - 1, {"the", "its", "their", "his", "her", "since", "'s", "’s"}));
  }

  // spring 2014; the summer of 1990; in the autumn.
  bool MatchSeason(int w, DateExpression& e) const {
    const Upos upos = tree_.word(w).upos;
    if (upos != Upos::kNoun && upos != Upos::kPropn) return false;
    e.season = value(w);
    TakeYear(w + 1, e);
    if (e.year > 0 || e.year_reference != DateReference::kNone) return true;
    if (is(w - 1, {"the"}) && text(w) != "fall")
      return is(w - 2, {"in", "during", "since", "by", "until", "of", "for"});
    return cls(w - 1) == C::kPart || (is(w - 1, {"in", "by", "since", "during", "until"}) && text(w) != "fall");
  }

  // Q3 2019; the third quarter of 2019; the first half of 2014.
  bool MatchQuarter(int w, DateExpression& e) const {
    if (cls(w) == C::kQuarter) {
      e.quarter = value(w);
    } else {
      int next = w + 1;
      if (hyphen(next)) ++next;
      if (is(next, {"quarter"}) && value(w) <= 4) {
        e.quarter = value(w);
      } else if (is(next, {"half"}) && value(w) <= 2 && is(next + 1, {"of"})) {
        e.half = value(w);
      } else {
        return false;
      }
      e.last = next;
    }
    TakeYear(e.last + 1, e);
    return e.half == 0 || e.year > 0 || e.year_reference != DateReference::kNone;
  }

  // last Friday, this week, next month, last April, last night, the past two months, the same day.
  bool MatchReference(int w, DateExpression& e) const {
    const auto reference = static_cast<DateReference>(value(w));
    int next = w + 1;
    if (cls(next) == C::kReference) ++next;  // this past week, this coming Friday
    const bool two = next > w + 1;
    e.reference = two ? static_cast<DateReference>(value(w + 1)) : reference;
    switch (cls(next)) {
      case C::kWeekday:
        e.kind = DateKind::kWeekday;
        e.weekday = value(next);
        e.last = cls(next + 1) == C::kDayPart ? next + 1 : next;
        return reference != DateReference::kSame;
      case C::kMonth:
        e.last = next;
        if (!MatchMonth(next, e)) return false;
        return e.year == 0;
      case C::kSeason:
        e.season = value(next);
        e.last = next;
        return true;
      case C::kDayPart:
        e.kind = DateKind::kDay;
        e.count = e.reference == DateReference::kLast ? -1 : 0;
        e.last = next;
        return e.reference != DateReference::kNext && e.reference != DateReference::kSame && !is(w, {"past"});
      case C::kUnit:
        return MatchReferenceUnit(w, next, e);
      case C::kNumber:
      case C::kDigits:
      case C::kVague: {
        if (cls(next + 1) != C::kUnits && cls(next + 1) != C::kUnit) return false;
        if (e.reference == DateReference::kSame || e.reference == DateReference::kThis) return false;
        e.kind = DateKind::kSpan;
        e.count = value(next);
        e.vague = cls(next) == C::kVague;
        e.unit = static_cast<DateUnit>(value(next + 1));
        e.last = next + 1;
        return true;
      }
      default:
        return false;
    }
  }

  // w: last; unit: year. "The next day", "the previous day", "the following week" count from another date.
  bool MatchReferenceUnit(int w, int unit, DateExpression& e) const {
    e.unit = static_cast<DateUnit>(value(unit));
    e.last = unit;
    const bool after_the = is(w - 1, {"the"});
    const std::string_view word = text(w);
    if (word == "same" || (word == "this" && e.unit == DateUnit::kDay)) {
      e.kind = word == "same" ? DateKind::kSameAsOther : DateKind::kDay;
      return word != "same" || after_the || is(w - 1, {"that"});
    }
    if (word == "following" || word == "previous" || (word == "next" && after_the && e.unit != DateUnit::kDecade) ||
        (e.unit == DateUnit::kDay && e.reference != DateReference::kThis)) {
      e.kind = DateKind::kFromOther;
      e.count = word == "following" || word == "next" ? 1 : -1;
      return e.unit != DateUnit::kHour && (after_the || is(w - 1, {"in"}) || e.unit == DateUnit::kDay);
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
  bool MatchCount(int w, DateExpression& e) const {
    e.count = value(w);
    e.vague = cls(w) == C::kVague;
    int next = w + 1;
    if (cls(w) == C::kNumber && text(w)[0] == 'a' && cls(next) == C::kVague) {  // a few, a couple
      e.vague = text(next) == "few";
      e.count = value(next++);
      if (is(next, {"of"})) ++next;
    }
    if (is(next, {"and"}) && is(next + 1, {"a"}) && is(next + 2, {"half"})) next += 3;
    if (is(next, {"1/2", "½", "more"})) ++next;
    if (cls(next) != C::kUnit && cls(next) != C::kUnits) return false;
    e.unit = static_cast<DateUnit>(value(next));
    return TakeAnchor(next + 1, e);
  }

  // At `w`, after a count and a unit: ago, earlier, later, before, after, from now.
  bool TakeAnchor(int w, DateExpression& e) const {
    if (hyphen(w)) ++w;
    e.last = w;
    if (is(w, {"ago"})) {
      e.kind = DateKind::kAgo;
      e.count = -e.count;
      return true;
    }
    if (is(w, {"from"}) && is(w + 1, {"now"})) {
      e.kind = DateKind::kAgo;
      e.last = w + 1;
      return true;
    }
    e.kind = DateKind::kFromOther;
    if (is(w, {"later", "after", "afterwards", "afterward"})) return e.unit != DateUnit::kHour;
    if (is(w, {"earlier", "before", "beforehand", "previously"})) {
      e.count = -e.count;
      return e.unit != DateUnit::kHour;
    }
    return false;
  }

  // The weekend; the day before; year-end; the year-earlier period; earlier in the day; the end of the year.
  bool MatchUnit(int w, DateExpression& e) const {
    e.unit = static_cast<DateUnit>(value(w));
    e.reference = DateReference::kThis;
    e.kind = DateKind::kUnit;
    if (e.unit == DateUnit::kWeekend) {
      e.reference = DateReference::kNone;
      return is(w - 1, {"the"}) || is(w - 1, {"at"});
    }
    if (e.unit == DateUnit::kYear) {
      const int next = hyphen(w + 1) || is(w + 1, {"'s", "’s"}) ? w + 2 : w + 1;
      if (next > w + 1 && is(next, {"end"})) {
        e.part = DatePart::kLate;
        e.last = next;
        return true;
      }
      if (is(w + 1, {"-"}) && is(w + 2, {"earlier", "ago"})) {
        e.count = 1;
        return TakeAnchor(w + 1, e);
      }
    }
    if (e.unit == DateUnit::kHour || !is(w - 1, {"the"})) return false;
    if (is(w + 1, {"before", "after", "earlier"}) && e.unit != DateUnit::kQuarter) {
      e.count = 1;
      return TakeAnchor(w + 1, e);
    }
    const bool of_part = is(w - 2, {"of", "in"}) &&
                         is(w - 3, {"end", "beginning", "start", "middle", "earlier", "later", "early", "late"});
    if (!of_part) return false;
    if (e.unit == DateUnit::kDay) e.kind = DateKind::kSameAsOther;
    return true;
  }

  bool MatchHoliday(int w, DateExpression& e) const {
    if (!StartsUpper(tree_.word(w).form)) return false;
    e.month = value(w) / 100;
    e.day = value(w) % 100;
    if (is(w + 1, {"eve"})) --e.day;
    if (is(w + 1, {"eve", "day"})) e.last = w + 1;
    TakeYear(e.last + 1, e);
    return true;
  }

  // Early, late, mid-, the end of, the beginning of; earlier, later (in).
  void AddModifiersBefore(DateExpression& e, int floor) const {
    int w = e.first - 1;
    if (w >= floor && hyphen(w)) --w;
    if (w >= floor && cls(w) == C::kPart && e.day == 0 && e.part == DatePart::kNone) {
      e.part = static_cast<DatePart>(value(w));
      e.first = w;
      return;
    }
    w = e.first - 1;
    if (w >= floor && is(w, {"the"})) --w;
    if (w - 1 >= floor && is(w, {"of"}) && is(w - 1, {"end", "beginning", "start", "middle"})) {
      e.part = is(w - 1, {"end"}) ? DatePart::kLate : is(w - 1, {"middle"}) ? DatePart::kMid : DatePart::kEarly;
      e.first = w - 1;
      return;
    }
    if (w - 1 >= floor && is(w, {"in"}) && is(w - 1, {"earlier", "later", "early", "late"})) --w;
    if (w < floor || !is(w, {"earlier", "later", "early", "late"})) return;
    if (is(w, {"earlier", "later"})) {
      e.within = is(w, {"earlier"}) ? '<' : '>';
    } else if (e.part == DatePart::kNone) {
      e.part = is(w, {"early"}) ? DatePart::kEarly : DatePart::kLate;
    }
    e.first = w;
  }

  const Tree& tree_;
  std::vector<DateToken> tokens_;
  bool any_ = false;
};

}  // namespace

std::vector<DateExpression> ScanDates(const Tree& tree) { return Scanner(tree).Scan(); }

}  // namespace rapporteur
