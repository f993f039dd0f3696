#include "merge/name_sound.h"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <vector>

namespace rapporteur {
namespace {

constexpr size_t kConsonants = 3;  // of a word that count
constexpr size_t kLettersADifference = 2;

std::vector<std::string_view> WordsOf(std::string_view text) {
  std::vector<std::string_view> words;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

// Letters that spellings swap are one; vowels, h, w and y come and go; doubled letters are single.
std::string Consonants(std::string_view word) {
  static constexpr std::string_view kSwapped = "qcvzjdpg";
  static constexpr std::string_view kBy = "kkfsytbk";
  std::string left;
  for (size_t i = 0; i < word.size() && left.size() < kConsonants; ++i) {
    char c = word[i];
    if (c == 'p' && i + 1 < word.size() && word[i + 1] == 'h') c = 'f';
    if (const size_t at = kSwapped.find(c); at != std::string_view::npos) c = kBy[at];
    if (std::string_view("aeiouhwy").find(c) != std::string_view::npos) continue;
    if (left.empty() || left.back() != c) left += c;
  }
  return left;
}

size_t Differences(std::string_view a, std::string_view b) {
  std::vector<size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), size_t{0});
  for (size_t i = 1; i <= a.size(); ++i) {
    size_t before = row[0];
    row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t swapped = before + (a[i - 1] == b[j - 1] ? 0 : 1);
      before = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, swapped});
    }
  }
  return row.back();
}

}  // namespace

std::string SoundOf(std::string_view folded) {
  const std::vector<std::string_view> words = WordsOf(folded);
  if (words.size() < 2) return "";
  const std::string first = Consonants(words.front());
  const std::string last = Consonants(words.back());
  if (first.empty() || last.empty() || first.size() + last.size() < 3) return "";
  return first + ' ' + last;
}

bool SpelledAlike(std::string_view a, std::string_view b) {
  const std::vector<std::string_view> left = WordsOf(a);
  const std::vector<std::string_view> right = WordsOf(b);
  if (left.size() != right.size()) return false;
  for (size_t i = 0; i < left.size(); ++i) {
    if (Differences(left[i], right[i]) * kLettersADifference > std::max(left[i].size(), right[i].size())) return false;
  }
  return true;
}

}  // namespace rapporteur
