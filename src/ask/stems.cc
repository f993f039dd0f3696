#include "ask/stems.h"

#include <algorithm>

#include "base/among.h"
#include "formats/prose_names.h"
#include "lexicon/fold.h"

namespace rapporteur {
namespace {

constexpr size_t kLeastStem = 3;

bool Cut(std::string& word, std::string_view ending, std::string_view instead = {}, size_t least = kLeastStem) {
  if (word.size() < ending.size() + least || !word.ends_with(ending)) return false;
  word.erase(word.size() - ending.size());
  word += instead;
  return true;
}

bool SaysLittle(std::string_view word) {
  return Among(word, {"the",  "a",  "an", "of", "to", "in",  "on",   "for",  "and", "or",
                      "with", "by", "at", "be", "is", "its", "that", "this", "as",  "it"});
}

}  // namespace

std::string StemOf(std::string_view word) {
  std::string stem(word);
  if (!Cut(stem, "ies", "y") && !stem.ends_with("ss") && !stem.ends_with("us")) Cut(stem, "s");
  const bool verb = Cut(stem, "ing", "", 4) || Cut(stem, "ed", "", 3);
  const bool doubled = verb && stem.size() > kLeastStem && stem.back() == stem[stem.size() - 2] && stem.back() != 's' &&
                       stem.back() != 'l';
  if (doubled) stem.pop_back();
  if (!verb) Cut(stem, "al", "", 5);
  Cut(stem, "e");
  return stem;
}

std::vector<std::string> StemsOf(std::string_view text) {
  std::vector<std::string> stems;
  for (const std::string& word : SmallWords(text)) {
    const std::string folded = FoldName(word);  // "no-fly" is two
    for (size_t at = 0; at < folded.size();) {
      const size_t end = std::min(folded.find(' ', at), folded.size());
      const std::string_view part = std::string_view(folded).substr(at, end - at);
      if (!part.empty() && !SaysLittle(part)) stems.push_back(StemOf(part));
      at = end + 1;
    }
  }
  return stems;
}

bool HasStems(const std::vector<std::string>& told, const std::vector<std::string>& asked) {
  return !asked.empty() && std::all_of(asked.begin(), asked.end(), [&](const std::string& stem) {
    return std::find(told.begin(), told.end(), stem) != told.end();
  });
}

}  // namespace rapporteur
