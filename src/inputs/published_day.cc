#include "inputs/published_day.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <vector>

namespace rapporteur {
namespace {

constexpr int kFirstYear = 1800;
constexpr int kLastYear = 2199;

// A run of digits or of letters, and what stood right before it.
struct Piece {
  std::string_view text;
  bool digits = false;
  char before = ' ';
};

bool IsDigitByte(char c) { return c >= '0' && c <= '9'; }
bool IsLetterByte(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char Lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::vector<Piece> PiecesOf(std::string_view text) {
  constexpr size_t kMost = 24;  // a date with its time and zone has some fifteen
  std::vector<Piece> pieces;
  for (size_t at = 0; at < text.size() && pieces.size() < kMost;) {
    const bool digits = IsDigitByte(text[at]);
    if (!digits && !IsLetterByte(text[at])) {
      ++at;
      continue;
    }
    size_t end = at;
    while (end < text.size() && (digits ? IsDigitByte(text[end]) : IsLetterByte(text[end]))) ++end;
    pieces.push_back({text.substr(at, end - at), digits, at == 0 ? ' ' : text[at - 1]});
    at = end;
  }
  return pieces;
}

int64_t NumberOf(std::string_view digits) {
  if (digits.size() > 18) return -1;
  int64_t value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

std::optional<std::string> DayOf(int64_t year, int64_t month, int64_t day) {
  if (year < kFirstYear || year > kLastYear || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(year)),
                                         std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok()) return std::nullopt;
  std::array<char, 16> text = {};
  std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", static_cast<int>(year), static_cast<int>(month),
                static_cast<int>(day));
  return std::string(text.data());
}

std::optional<std::string> DayOfSeconds(int64_t seconds) {
  const std::chrono::year_month_day date{
      std::chrono::floor<std::chrono::days>(std::chrono::sys_seconds(std::chrono::seconds(seconds)))};
  return DayOf(static_cast<int>(date.year()), static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

// "March", "Mar", "Sept": its number; 0 for other words.
int MonthNamed(std::string_view word) {
  static constexpr std::array<std::string_view, 12> kMonths = {"january",   "february", "march",    "april",
                                                               "may",       "june",     "july",     "august",
                                                               "september", "october",  "november", "december"};
  if (word.size() < 3) return 0;
  std::string lower;
  for (const char c : word) lower.push_back(Lower(c));
  if (lower == "sept") return 9;
  for (size_t i = 0; i < kMonths.size(); ++i) {
    if (lower == kMonths[i] || lower == kMonths[i].substr(0, 3)) return static_cast<int>(i) + 1;
  }
  return 0;
}

int64_t FullYear(const Piece& piece) {
  const int64_t year = NumberOf(piece.text);
  if (piece.text.size() == 4) return year;
  if (piece.text.size() != 2) return -1;
  return year < 70 ? 2000 + year : 1900 + year;
}

// One long number: 20190312, 201903121015, 20190312101500, or seconds and parts of seconds since 1970.
std::optional<std::string> DayOfNumber(std::string_view digits) {
  const auto compact = [&]() {
    return DayOf(NumberOf(digits.substr(0, 4)), NumberOf(digits.substr(4, 2)), NumberOf(digits.substr(6, 2)));
  };
  switch (digits.size()) {
    case 8:
    case 12:
    case 14:
      return compact();
    case 9:
    case 10:
      return DayOfSeconds(NumberOf(digits));
    case 13:
      return DayOfSeconds(NumberOf(digits) / 1000);
    case 16:
      return DayOfSeconds(NumberOf(digits) / 1000000);
    case 19:
      return DayOfSeconds(NumberOf(digits.substr(0, 10)));
    default:
      return std::nullopt;
  }
}

// A month by its name, with the numbers beside it.
std::optional<std::string> DayWithMonthName(const std::vector<Piece>& pieces, size_t at, int month) {
  const auto number = [&](size_t i, size_t most_digits) {
    return i < pieces.size() && pieces[i].digits && pieces[i].text.size() <= most_digits;
  };
  if (at > 0 && number(at - 1, 2)) {  // 12 March 2019, 12th of March 2019, 12-Mar-19
    const bool time = at + 2 < pieces.size() && pieces[at + 2].before == ':';  // "12 March, 10:15" has no year
    if (number(at + 1, 4) && !(time && pieces[at + 1].text.size() < 4)) {
      return DayOf(FullYear(pieces[at + 1]), month, NumberOf(pieces[at - 1].text));
    }
    return std::nullopt;
  }
  if (at > 0 && pieces[at - 1].digits && pieces[at - 1].text.size() == 4 && number(at + 1, 2)) {  // 2019 Mar 12
    return DayOf(NumberOf(pieces[at - 1].text), month, NumberOf(pieces[at + 1].text));
  }
  if (!number(at + 1, 2)) return std::nullopt;
  for (size_t i = at + 2; i < pieces.size(); ++i) {  // March 12, 2019; Mar 12 10:15:00 UTC 2019; March 12th 2019
    if (number(i, 4) && pieces[i].text.size() == 4 && pieces[i].before != '+' && pieces[i].before != '-') {
      return DayOf(NumberOf(pieces[i].text), month, NumberOf(pieces[at + 1].text));
    }
  }
  return std::nullopt;
}

bool IsOrdinal(std::string_view word) {
  return word == "st" || word == "nd" || word == "rd" || word == "th" || word == "of";
}

// Three numbers with the same mark between them: 2019-03-12, 12.03.2019, 25/03/2019.
std::optional<std::string> DayOfThree(const Piece& one, const Piece& two, const Piece& three, DayOrder order) {
  const int64_t a = NumberOf(one.text);
  const int64_t b = NumberOf(two.text);
  if (one.text.size() == 4 && two.text.size() <= 2 && three.text.size() <= 2) return DayOf(a, b, NumberOf(three.text));
  if (one.text.size() > 2 || two.text.size() > 2 || three.text.size() != 4) return std::nullopt;
  const int64_t year = NumberOf(three.text);
  if (three.before == '.' || order == DayOrder::kDayFirst) return DayOf(year, b, a);
  if (order == DayOrder::kMonthFirst) return DayOf(year, a, b);
  if (a > 12) return DayOf(year, b, a);
  if (b > 12 || a == b) return DayOf(year, a, b);
  return std::nullopt;
}

}  // namespace

std::optional<std::string> PublishedDay(std::string_view text, DayOrder order) {
  constexpr size_t kLongest = 200;
  if (text.size() > kLongest) return std::nullopt;
  std::vector<Piece> pieces = PiecesOf(text);
  if (pieces.empty()) return std::nullopt;
  for (size_t i = 0; i < pieces.size(); ++i) {
    if (!pieces[i].digits && IsOrdinal(pieces[i].text)) pieces.erase(pieces.begin() + static_cast<ptrdiff_t>(i--));
  }
  for (size_t i = 0; i < pieces.size(); ++i) {
    const int month = pieces[i].digits ? 0 : MonthNamed(pieces[i].text);
    if (month == 0) continue;
    if (auto day = DayWithMonthName(pieces, i, month)) return day;
  }
  constexpr size_t kMostWords = 3;  // "Tuesday 2019-03-12", "last updated on 2019-03-12"
  for (size_t i = 0; i < kMostWords && !pieces.empty() && !pieces.front().digits; ++i) pieces.erase(pieces.begin());
  if (pieces.empty() || !pieces.front().digits) return std::nullopt;
  if (pieces.front().text.size() > 4) {
    if (pieces.front().before == '-') return std::nullopt;
    return DayOfNumber(pieces.front().text);
  }
  if (pieces.size() < 3 || !pieces[1].digits || !pieces[2].digits) return std::nullopt;
  if (pieces[1].before != pieces[2].before || pieces[1].before == ':') return std::nullopt;
  return DayOfThree(pieces[0], pieces[1], pieces[2], order);
}

std::optional<std::string> DayOfAddress(std::string_view url) {
  const auto digits = [&](size_t at, size_t count) {
    for (size_t i = at; i < at + count; ++i) {
      if (i >= url.size() || !IsDigitByte(url[i])) return false;
    }
    return at + count >= url.size() || !IsDigitByte(url[at + count]);
  };
  for (size_t at = url.find('/'); at != std::string_view::npos; at = url.find('/', at + 1)) {
    const char mark = at + 5 < url.size() ? url[at + 5] : ' ';
    if (!digits(at + 1, 4) || (mark != '/' && mark != '-')) continue;
    const size_t month_digits = digits(at + 6, 2) ? 2 : digits(at + 6, 1) ? 1 : 0;
    const size_t day_at = at + 7 + month_digits;
    if (month_digits == 0 || day_at >= url.size() || url[day_at - 1] != mark) continue;
    const size_t day_digits = digits(day_at, 2) ? 2 : digits(day_at, 1) ? 1 : 0;
    if (day_digits == 0) continue;
    if (auto day = DayOf(NumberOf(url.substr(at + 1, 4)), NumberOf(url.substr(at + 6, month_digits)),
                         NumberOf(url.substr(day_at, day_digits)))) {
      return day;
    }
  }
  return std::nullopt;
}

}  // namespace rapporteur
