#include "merge/word_numbers.h"

#include <array>
#include <string>

#include "text/characters.h"

namespace rapporteur {
namespace {

constexpr size_t kBeginningOfWord = 7;

// A word without the endings of its forms: launches, launched, launching and launch are one. No word of the language,
// and sometimes two words in one: enough to tell whether reports speak of the same.
std::string Stem(std::string word) {
  static constexpr std::array<std::string_view, 9> kEndings = {"ements", "ement", "ations", "ation", "ings",
                                                               "ing",    "ies",   "ed",     "es"};
  constexpr size_t kLeft = 4;  // letters
  for (const std::string_view ending : kEndings) {
    if (word.size() < ending.size() + kLeft || !word.ends_with(ending)) continue;
    word.resize(word.size() - ending.size());
    return word.ends_with('e') ? word.substr(0, word.size() - 1) : word;
  }
  if (word.size() > kLeft && (word.back() == 's' || word.back() == 'e' || word.back() == 'y')) word.pop_back();
  if (word.size() > kLeft && word.back() == 'e') word.pop_back();
  return word;
}

}  // namespace

WordNumbers::Numbers WordNumbers::Of(uint64_t hash, std::string_view word) {
  const auto [at, is_new] = numbers_.try_emplace(hash);
  if (is_new) {
    const std::string stem = Stem(LowerCase(word));
    at->second = {names_.Of(stem), names_.Of("word " + stem.substr(0, kBeginningOfWord))};
  }
  return at->second;
}

}  // namespace rapporteur
