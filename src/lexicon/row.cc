#include "lexicon/row.h"

#include <algorithm>
#include <charconv>

namespace rapporteur {
namespace {

bool AllDigits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool IsCode(std::string_view text) {
  return text.size() == 3 && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

constexpr std::string_view kCodeExpected = "three upper-case letters; use the ISO 3166 alpha-3 code";

}  // namespace

void RowReader::Tell(size_t column, std::string_view found, std::string_view expected) {
  broken_ = true;
  const std::string shown = found.empty() ? std::string("nothing") : '"' + std::string(found) + '"';
  problems_.push_back(
      {Severity::kError, table_.file(), row_.line,
       "column " + table_.columns()[column] + ": found " + shown + ", expected " + std::string(expected)});
}

std::string RowReader::Required(size_t column) {
  if (Cell(column).empty()) Tell(column, {}, "a value; fill the cell");
  return Cell(column);
}

std::string RowReader::Code(size_t column, bool required) {
  const std::string& text = Cell(column);
  if (text.empty() && !required) return {};
  if (!IsCode(text)) Tell(column, text, kCodeExpected);
  return text;
}

std::vector<std::string> RowReader::Codes(size_t column) {
  std::vector<std::string> codes = List(column);
  for (const std::string& code : codes) {
    if (!IsCode(code)) Tell(column, code, "codes of three upper-case letters apart by |; see the file's header");
  }
  return codes;
}

std::string RowReader::Digits(size_t column, size_t least, size_t most) {
  const std::string& text = Cell(column);
  if (!text.empty() && (!AllDigits(text) || text.size() < least || text.size() > most)) {
    const std::string expected =
        least == most ? std::to_string(least) : std::to_string(least) + " to " + std::to_string(most);
    Tell(column, text, expected + " digits; write - where there is none");
  }
  return text;
}

std::string RowReader::Wikidata(size_t column) {
  const std::string& text = Cell(column);
  if (!text.empty() && (text.front() != 'Q' || !AllDigits(std::string_view(text).substr(1)))) {
    Tell(column, text, "Q and digits; write - where there is none");
  }
  return text;
}

DateRange RowReader::Days(size_t column) {
  const std::string& text = Cell(column);
  if (text.empty()) return {};
  const std::optional<DateRange> range = ParsePartialDate(text);
  if (range) return *range;
  Tell(column, text, "a day, month or year as in 2015-12-15, 2015-12 or 2015; write - where it is open");
  return {};
}

DateRange RowReader::Term(size_t from_column, size_t to_column) { return {Days(from_column).from, Days(to_column).to}; }

char RowReader::Gender(size_t column) {
  const std::string& text = Cell(column);
  if (text.empty()) return '?';
  if (text != "m" && text != "f" && text != "?") {
    Tell(column, text, "m, f or ?; write ? where it is unknown");
    return '?';
  }
  return text.front();
}

double RowReader::Number(size_t column, double least, double most) {
  const std::string& text = Cell(column);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < least || value > most) {
    Tell(column, text,
         "a number from " + std::to_string(static_cast<int>(least)) + " to " + std::to_string(static_cast<int>(most)) +
             "; write it with a decimal point");
    return 0;
  }
  return value;
}

int64_t RowReader::Count(size_t column) {
  const std::string& text = Cell(column);
  if (text.empty()) return 0;
  int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < 0) {
    Tell(column, text, "a whole number; write - where it is unknown");
    return 0;
  }
  return value;
}

size_t RowReader::OneOf(size_t column, const std::vector<std::string_view>& names) {
  const std::string& text = Cell(column);
  const auto found = std::find(names.begin(), names.end(), text);
  if (found != names.end()) return static_cast<size_t>(found - names.begin());
  std::string expected;
  for (size_t i = 0; i < names.size(); ++i) {
    if (i > 0) expected += i + 1 == names.size() ? " or " : ", ";
    expected += names[i].empty() ? std::string_view("-") : names[i];
  }
  Tell(column, text, expected + "; see the file's header");
  return 0;
}

}  // namespace rapporteur
