#include "merge/said_number.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <vector>

#include "base/among.h"
#include "merge/words.h"
#include "text/characters.h"

namespace rapporteur {
namespace {

constexpr std::array<std::string_view, 20> kSmall = {
    "zero", "one",    "two",    "three",    "four",     "five",    "six",     "seven",     "eight",    "nine",
    "ten",  "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
constexpr std::array<std::string_view, 10> kTens = {"",      "",      "twenty",  "thirty", "forty",
                                                    "fifty", "sixty", "seventy", "eighty", "ninety"};

std::vector<std::string> WordsOf(std::string_view said) {
  std::string text;
  for (size_t i = 0; i < said.size(); ++i) {
    const bool comma = said[i] == ',' && i > 0 && i + 1 < said.size() &&
                       IsDigit(static_cast<unsigned char>(said[i - 1])) &&
                       IsDigit(static_cast<unsigned char>(said[i + 1]));
    if (!comma) text += said[i];  // 1,300
  }
  std::vector<std::string> words;
  ForEachWord(text, {0, static_cast<uint32_t>(text.size())}, [&](uint64_t /*hash*/, uint32_t begin, uint32_t end) {
    words.push_back(LowerCase(std::string_view(text).substr(begin, end - begin)));
  });
  return words;
}

// A word's own number, -1: it has none.
int64_t SmallNumber(const std::string& word) {
  int64_t value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (error == std::errc() && end == word.data() + word.size()) return value;
  if (const auto at = std::find(kSmall.begin(), kSmall.end(), word); at != kSmall.end()) return at - kSmall.begin();
  if (const auto at = std::find(kTens.begin() + 2, kTens.end(), word); at != kTens.end())
    return (at - kTens.begin()) * 10;
  return -1;
}

struct Number {
  int64_t value = -1;
  size_t numbers = 0;  // in the words: of two nobody knows which counts
};

Number NumberIn(const std::vector<std::string>& words) {
  Number found;
  bool open = false;  // the word before belongs to the number
  for (const std::string& word : words) {
    const int64_t small = SmallNumber(word);
    const int64_t times = word == "hundred" ? 100 : word == "thousand" ? 1000 : word == "million" ? 1'000'000 : 0;
    if (small >= 0) {
      const bool adds = open && found.value % 10 == 0 && small < 100;
      found.numbers += adds ? 0 : 1;
      found.value = adds ? found.value + small : small;
    } else if (times > 0 && found.value < 1'000'000'000) {
      found.numbers += found.value < 0 ? 1 : 0;
      found.value = std::max<int64_t>(1, found.value) * times;
    } else if (word == "and" && open) {
      continue;
    }
    open = small >= 0 || times > 0;
  }
  return found;
}

}  // namespace

std::optional<NumberRange> NumberRangeOf(std::string_view said) {
  const std::vector<std::string> words = WordsOf(said);
  const auto has = [&](std::initializer_list<std::string_view> list) {
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return Among(word, list); });
  };
  if (has({"dozens"})) return NumberRange{24, 99};
  if (has({"hundreds"})) return NumberRange{200, 999};
  if (has({"thousands"})) return NumberRange{2000, 99'999};
  const bool more = has({"more", "fewer", "less"});                      // "no more than"
  if (!more && has({"no", "nobody", "none"})) return NumberRange{0, 0};  // "no one"
  const Number number = NumberIn(words);
  if (has({"year", "years", "old"}) || number.numbers > 1) return std::nullopt;
  if (number.value < 0) return std::nullopt;
  const int64_t value = number.value;
  if (has({"least", "minimum"})) return NumberRange{value, NumberRange::kNoEnd};
  if (has({"more", "over", "above"})) return NumberRange{value + 1, NumberRange::kNoEnd};
  if (has({"up", "most", "maximum"})) return NumberRange{0, value};
  if (has({"fewer", "less", "under", "below"})) return NumberRange{0, std::max<int64_t>(0, value - 1)};
  if (has({"about", "around", "some", "nearly", "almost", "roughly", "approximately"}))
    return NumberRange{value - value / 5, value + value / 5};
  return NumberRange{value, value};
}

}  // namespace rapporteur
