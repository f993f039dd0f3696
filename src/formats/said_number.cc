#include "formats/said_number.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <vector>

#include "base/among.h"

namespace rapporteur {
namespace {

constexpr int64_t kMost = 100'000'000'000;  // beyond any count; also keeps sums from overflowing

struct NumberName {
  std::string_view word;
  int64_t value;
};

constexpr std::array<NumberName, 30> kSmall = {
    {{"a", 1},        {"an", 1},        {"one", 1},       {"two", 2},        {"both", 2},      {"three", 3},
     {"four", 4},     {"five", 5},      {"six", 6},       {"seven", 7},      {"eight", 8},     {"nine", 9},
     {"ten", 10},     {"eleven", 11},   {"twelve", 12},   {"thirteen", 13},  {"fourteen", 14}, {"fifteen", 15},
     {"sixteen", 16}, {"eighteen", 18}, {"nineteen", 19}, {"seventeen", 17}, {"twenty", 20},   {"thirty", 30},
     {"forty", 40},   {"fifty", 50},    {"sixty", 60},    {"seventy", 70},   {"eighty", 80},   {"ninety", 90}}};
constexpr std::array<NumberName, 4> kUnits = {
    {{"dozen", 12}, {"hundred", 100}, {"thousand", 1000}, {"million", 1'000'000}}};

template <size_t n>
int64_t ValueIn(const std::array<NumberName, n>& names, std::string_view word) {
  const auto at = std::find_if(names.begin(), names.end(), [&](const NumberName& name) { return name.word == word; });
  return at == names.end() ? -1 : at->value;
}

// Lower-case words; a hyphen or dash stands as a word of its own between digits ("20-30"), else parts the words.
std::vector<std::string> Words(std::string_view said) {
  std::vector<std::string> words(1);
  const auto end_word = [&] {
    if (!words.back().empty()) words.emplace_back();
  };
  for (size_t i = 0; i < said.size(); ++i) {
    const char c = said[i];
    const bool dash = c == '-' || said.substr(i).starts_with("–");
    if (dash) {
      const bool range = !words.back().empty() && std::isdigit(static_cast<unsigned char>(words.back().back())) != 0;
      end_word();
      if (range) words.back() = "-";
      end_word();
      if (c != '-') i += std::string_view("–").size() - 1;
    } else if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
      end_word();
    } else if (c >= 'A' && c <= 'Z') {
      words.back() += static_cast<char>(c - 'A' + 'a');
    } else {
      words.back() += c;
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

// "12", "1,200", "2.5" (of millions); -1: none.
double Digits(std::string_view word) {
  double value = 0, place = 0;
  if (word.empty() || std::isdigit(static_cast<unsigned char>(word[0])) == 0) return -1;
  for (const char c : word) {
    if (c == '.' && place == 0) {
      place = 1;
    } else if (std::isdigit(static_cast<unsigned char>(c)) != 0) {
      value = value * 10 + (c - '0');
      place *= 10;
    } else if (c != ',') {
      return -1;
    }
    if (value > static_cast<double>(kMost)) return -1;
  }
  return place > 1 ? value / place : value;
}

// The number that begins at `at`, which moves behind it; -1: none begins there.
double ReadNumber(const std::vector<std::string>& words, size_t& at) {
  double total = 0, group = -1;
  for (; at < words.size(); ++at) {
    const std::string& word = words[at];
    const double small = Digits(word) >= 0 ? Digits(word) : static_cast<double>(ValueIn(kSmall, word));
    const auto unit = static_cast<double>(ValueIn(kUnits, word));
    if (small >= 0 && (group < 0 || (group >= 20 && small < 10) || group >= 100)) {
      group = std::max(group, 0.0) + small;
    } else if (unit > 0 && group >= 0) {
      group *= unit;
      if (unit >= 1000) {
        total += group;
        group = 0;
      }
    } else if (word == "and" && total + group >= 100 && at + 1 < words.size() && at > 0 &&
               ValueIn(kUnits, words[at - 1]) > 0 && ValueIn(kSmall, words[at + 1]) > 1) {
      continue;  // two hundred and five
    } else {
      break;
    }
  }
  return group < 0 ? -1 : total + group;
}

bool IsNumber(const std::string& word) { return Digits(word) >= 0 || ValueIn(kSmall, word) > 0; }

// "a total of 46", "an estimated 50": the article only leads to the number.
bool LeadsToNumber(const std::vector<std::string>& words, size_t at) {
  if (!Among(words[at], {"a", "an"}) || at + 1 == words.size() || ValueIn(kUnits, words[at + 1]) > 0) return false;
  for (size_t i = at + 1; i < words.size() && words[i] != "and"; ++i) {
    if (IsNumber(words[i])) return true;
  }
  return false;
}

}  // namespace

std::optional<int64_t> SaidNumber(std::string_view said) {
  const std::vector<std::string> words = Words(said);
  const bool between = std::find(words.begin(), words.end(), "between") != words.end();
  double sum = 0;
  bool any = false;
  for (size_t at = 0; at < words.size();) {
    if (LeadsToNumber(words, at)) {
      ++at;
      continue;
    }
    const double number = ReadNumber(words, at);
    if (number < 0) {
      const bool limit = at > 0 && words[at - 1] == "as";  // as many as 300
      if (ValueIn(kUnits, words[at]) > 0 ||
          (!limit && Among(words[at], {"dozens", "scores", "hundreds", "thousands", "millions", "tens", "several",
                                       "many", "few", "numerous"}))) {
        return std::nullopt;
      }
      ++at;
      continue;
    }
    sum += number;
    any = true;
    const bool range = at < words.size() && (Among(words[at], {"to", "-", "or"}) || (between && words[at] == "and"));
    if (range && ReadNumber(words, ++at) < 0) --at;
    if (between || (at < words.size() && words[at] == "of")) break;
  }
  if (!any || sum > static_cast<double>(kMost)) return std::nullopt;
  return static_cast<int64_t>(sum);
}

}  // namespace rapporteur
