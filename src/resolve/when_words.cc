#include "resolve/when_words.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "lexicon/date.h"

namespace rapporteur {
namespace {

using C = DateWordClass;

struct Entry {
  constexpr Entry(std::string_view entry_word, C entry_cls, int entry_value, bool capital = false)
      : word(entry_word), value(entry_value), cls(entry_cls), needs_capital(capital) {}

  std::string_view word;
  int value;
  C cls;
  bool needs_capital;
};

constexpr int Of(DateUnit unit) { return static_cast<int>(unit); }
constexpr int Of(DatePart part) { return static_cast<int>(part); }
constexpr int Of(DateReference reference) { return static_cast<int>(reference); }

// Sorted by word (checked below). The language's calendar words are closed classes of a few dozen words.
constexpr Entry kWords[] = {
    {"a", C::kNumber, 1},
    {"afternoon", C::kDayPart, 0},
    {"an", C::kNumber, 1},
    {"apr", C::kMonth, 4, true},
    {"apr.", C::kMonth, 4, true},
    {"april", C::kMonth, 4},
    {"aug", C::kMonth, 8, true},
    {"aug.", C::kMonth, 8, true},
    {"august", C::kMonth, 8, true},
    {"autumn", C::kSeason, 2},
    {"centuries", C::kUnits, Of(DateUnit::kCentury)},
    {"century", C::kUnit, Of(DateUnit::kCentury)},
    {"christmas", C::kHoliday, 1225},
    {"coming", C::kReference, Of(DateReference::kNext)},
    {"couple", C::kVague, 2},
    {"current", C::kReference, Of(DateReference::kThis)},
    {"day", C::kUnit, Of(DateUnit::kDay)},
    {"days", C::kUnits, Of(DateUnit::kDay)},
    {"dec", C::kMonth, 12, true},
    {"dec.", C::kMonth, 12, true},
    {"decade", C::kUnit, Of(DateUnit::kDecade)},
    {"decades", C::kUnits, Of(DateUnit::kDecade)},
    {"december", C::kMonth, 12},
    {"dozen", C::kNumber, 12},
    {"early", C::kPart, Of(DatePart::kEarly)},
    {"eight", C::kNumber, 8},
    {"eighteen", C::kNumber, 18},
    {"eighteenth", C::kOrdinal, 18},
    {"eighth", C::kOrdinal, 8},
    {"eighties", C::kDecade, 1980},
    {"eleven", C::kNumber, 11},
    {"eleventh", C::kOrdinal, 11},
    {"evening", C::kDayPart, 0},
    {"fall", C::kSeason, 2},
    {"feb", C::kMonth, 2, true},
    {"feb.", C::kMonth, 2, true},
    {"february", C::kMonth, 2},
    {"few", C::kVague, 3},
    {"fifteen", C::kNumber, 15},
    {"fifteenth", C::kOrdinal, 15},
    {"fifth", C::kOrdinal, 5},
    {"fifties", C::kDecade, 1950},
    {"fifty", C::kNumber, 50},
    {"first", C::kOrdinal, 1},
    {"five", C::kNumber, 5},
    {"following", C::kReference, Of(DateReference::kSame)},
    {"forty", C::kNumber, 40},
    {"four", C::kNumber, 4},
    {"fourteen", C::kNumber, 14},
    {"fourteenth", C::kOrdinal, 14},
    {"fourth", C::kOrdinal, 4},
    {"fri", C::kWeekday, 4, true},
    {"fri.", C::kWeekday, 4, true},
    {"friday", C::kWeekday, 4},
    {"hour", C::kUnit, Of(DateUnit::kHour)},
    {"hours", C::kUnits, Of(DateUnit::kHour)},
    {"jan", C::kMonth, 1, true},
    {"jan.", C::kMonth, 1, true},
    {"january", C::kMonth, 1},
    {"jul", C::kMonth, 7, true},
    {"jul.", C::kMonth, 7, true},
    {"july", C::kMonth, 7},
    {"jun", C::kMonth, 6, true},
    {"jun.", C::kMonth, 6, true},
    {"june", C::kMonth, 6},
    {"last", C::kReference, Of(DateReference::kLast)},
    {"late", C::kPart, Of(DatePart::kLate)},
    {"many", C::kVague, 5},
    {"mar", C::kMonth, 3, true},
    {"mar.", C::kMonth, 3, true},
    {"march", C::kMonth, 3, true},
    {"may", C::kMonth, 5, true},
    {"mid", C::kPart, Of(DatePart::kMid)},
    {"midday", C::kDayPart, 0},
    {"midnight", C::kDayPart, 0},
    {"minutes", C::kUnits, Of(DateUnit::kHour)},
    {"mon", C::kWeekday, 0, true},
    {"mon.", C::kWeekday, 0, true},
    {"monday", C::kWeekday, 0},
    {"month", C::kUnit, Of(DateUnit::kMonth)},
    {"months", C::kUnits, Of(DateUnit::kMonth)},
    {"morning", C::kDayPart, 0},
    {"next", C::kReference, Of(DateReference::kNext)},
    {"night", C::kDayPart, 0},
    {"nine", C::kNumber, 9},
    {"nineteen", C::kNumber, 19},
    {"nineteenth", C::kOrdinal, 19},
    {"nineties", C::kDecade, 1990},
    {"ninth", C::kOrdinal, 9},
    {"noon", C::kDayPart, 0},
    {"nov", C::kMonth, 11, true},
    {"nov.", C::kMonth, 11, true},
    {"november", C::kMonth, 11},
    {"oct", C::kMonth, 10, true},
    {"oct.", C::kMonth, 10, true},
    {"october", C::kMonth, 10},
    {"one", C::kNumber, 1},
    {"overnight", C::kDayName, 0},
    {"past", C::kReference, Of(DateReference::kLast)},
    {"previous", C::kReference, Of(DateReference::kLast)},
    {"quarter", C::kUnit, Of(DateUnit::kQuarter)},
    {"quarters", C::kUnits, Of(DateUnit::kQuarter)},
    {"same", C::kReference, Of(DateReference::kSame)},
    {"sat", C::kWeekday, 5, true},
    {"sat.", C::kWeekday, 5, true},
    {"saturday", C::kWeekday, 5},
    {"second", C::kOrdinal, 2},
    {"sep", C::kMonth, 9, true},
    {"sep.", C::kMonth, 9, true},
    {"sept", C::kMonth, 9, true},
    {"sept.", C::kMonth, 9, true},
    {"september", C::kMonth, 9},
    {"seven", C::kNumber, 7},
    {"seventeen", C::kNumber, 17},
    {"seventeenth", C::kOrdinal, 17},
    {"seventh", C::kOrdinal, 7},
    {"seventies", C::kDecade, 1970},
    {"several", C::kVague, 3},
    {"six", C::kNumber, 6},
    {"sixteen", C::kNumber, 16},
    {"sixteenth", C::kOrdinal, 16},
    {"sixth", C::kOrdinal, 6},
    {"sixties", C::kDecade, 1960},
    {"some", C::kVague, 3},
    {"spring", C::kSeason, 0},
    {"summer", C::kSeason, 1},
    {"sun", C::kWeekday, 6, true},
    {"sun.", C::kWeekday, 6, true},
    {"sunday", C::kWeekday, 6},
    {"ten", C::kNumber, 10},
    {"tenth", C::kOrdinal, 10},
    {"third", C::kOrdinal, 3},
    {"thirteen", C::kNumber, 13},
    {"thirteenth", C::kOrdinal, 13},
    {"thirtieth", C::kOrdinal, 30},
    {"thirty", C::kNumber, 30},
    {"this", C::kReference, Of(DateReference::kThis)},
    {"three", C::kNumber, 3},
    {"thu", C::kWeekday, 3, true},
    {"thu.", C::kWeekday, 3, true},
    {"thurs.", C::kWeekday, 3, true},
    {"thursday", C::kWeekday, 3},
    {"today", C::kDayName, 0},
    {"tomorrow", C::kDayName, 1},
    {"tonight", C::kDayName, 0},
    {"tue", C::kWeekday, 1, true},
    {"tue.", C::kWeekday, 1, true},
    {"tues.", C::kWeekday, 1, true},
    {"tuesday", C::kWeekday, 1},
    {"twelfth", C::kOrdinal, 12},
    {"twelve", C::kNumber, 12},
    {"twentieth", C::kOrdinal, 20},
    {"twenty", C::kNumber, 20},
    {"two", C::kNumber, 2},
    {"upcoming", C::kReference, Of(DateReference::kNext)},
    {"wed", C::kWeekday, 2, true},
    {"wed.", C::kWeekday, 2, true},
    {"wednesday", C::kWeekday, 2},
    {"week", C::kUnit, Of(DateUnit::kWeek)},
    {"weekend", C::kUnit, Of(DateUnit::kWeekend)},
    {"weekends", C::kUnits, Of(DateUnit::kWeekend)},
    {"weeks", C::kUnits, Of(DateUnit::kWeek)},
    {"winter", C::kSeason, 3},
    {"year", C::kUnit, Of(DateUnit::kYear)},
    {"years", C::kUnits, Of(DateUnit::kYear)},
    {"yesterday", C::kDayName, -1},
};

constexpr bool IsSorted() {
  for (size_t i = 1; i < std::size(kWords); ++i) {
    if (!(kWords[i - 1].word < kWords[i].word)) return false;
  }
  return true;
}
static_assert(IsSorted());

constexpr int kFirstYear = 1500, kLastYear = 2100;

bool IsYear(int value) { return value >= kFirstYear && value <= kLastYear; }

// "1990s", "'90s", "90s", "3rd", "Q3", "2015-03-03", "2015-03", "1998".
DateWord FindNumeral(std::string_view lower) {
  if (const int digits = ReadDigits(lower); digits >= 0) {
    return {lower.size() == 4 && IsYear(digits) ? C::kYear : C::kDigits, digits};
  }
  const size_t size = lower.size();
  if (lower[0] == 'q' && size == 2 && lower[1] >= '1' && lower[1] <= '4') return {C::kQuarter, lower[1] - '0'};
  if (lower[size - 1] == 's') {
    std::string_view body = lower.substr(0, size - 1);
    while (!body.empty() &&
           (body.back() == '\'' || body.back() == '\x99' || body.back() == '\x80' || body.back() == '\xE2'))
      body.remove_suffix(1);
    while (!body.empty() && (body.front() < '0' || body.front() > '9')) body.remove_prefix(1);
    const int digits = ReadDigits(body);
    if (body.size() == 4 && IsYear(digits) && digits % 10 == 0) return {C::kDecade, digits};
    if (body.size() == 2 && digits >= 20 && digits % 10 == 0) return {C::kDecade, 1900 + digits};
    return {};
  }
  if (size >= 3 && size <= 4) {
    const std::string_view suffix = lower.substr(size - 2);
    const int digits = ReadDigits(lower.substr(0, size - 2));
    if (digits >= 1 && (suffix == "st" || suffix == "nd" || suffix == "rd" || suffix == "th"))
      return {C::kOrdinal, digits};
  }
  if (size == 10 || size == 7) {
    const std::optional<DateRange> range = ParsePartialDate(lower);
    if (range && IsYear(range->from->year)) {
      if (size == 10) return {C::kIsoDate, static_cast<int>(range->from->days())};
      return {C::kIsoMonth, range->from->year * 12 + range->from->month - 1};
    }
  }
  return {};
}

}  // namespace

int ReadDigits(std::string_view text) {
  if (text.empty() || text.size() > 4) return -1;
  int value = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

DateWord FindDateWord(std::string_view lower, bool upper) {
  if (lower.empty() || lower.size() > 12) return {};
  const char c = lower[0];
  if ((c >= '0' && c <= '9') || c == '\'' || c == '\xE2' || (c == 'q' && lower.size() == 2)) return FindNumeral(lower);
  const Entry* end = std::end(kWords);
  const Entry* entry = std::lower_bound(std::begin(kWords), end, lower,
                                        [](const Entry& e, std::string_view word) { return e.word < word; });
  if (entry == end || entry->word != lower || (entry->needs_capital && !upper)) return {};
  return {entry->cls, entry->value};
}

}  // namespace rapporteur
