// How the adjective of a state that the lexicon does not know looks.
#include "resolve/own_names.h"

namespace rapporteur {
namespace {

constexpr size_t kLeastStem = 3;

// What may go from a name before the ending: vowels, and the endings of class demonym_drop.
bool MayDrop(const Lexicon& lexicon, std::string_view rest) {
  if (rest.empty() || InClass(lexicon.classes(), "demonym_drop", rest)) return true;
  return rest.size() <= 2 && rest.find_first_not_of("aeiouy") == std::string_view::npos;
}

}  // namespace

bool IsDemonymOf(const Lexicon& lexicon, std::string_view name, std::string_view adjective) {
  const std::string base = LowerAscii(name);
  std::string word = LowerAscii(adjective);
  if (base == word || base.size() < kLeastStem || InClass(lexicon.classes(), "no_state", base)) return false;
  for (const bool plural : {false, true}) {
    if (plural) {
      if (word.back() != 's') return false;
      word.pop_back();
    }
    size_t same = 0;
    while (same < base.size() && same < word.size() && base[same] == word[same]) ++same;
    // The ending may begin with letters that the name ends in: Norvia, Norv-ian.
    for (size_t stem = same; stem >= kLeastStem && stem + 4 >= same; --stem) {
      if (MayDrop(lexicon, std::string_view(base).substr(stem)) &&
          InClass(lexicon.classes(), "demonym_end", std::string_view(word).substr(stem)))
        return true;
    }
  }
  return false;
}

}  // namespace rapporteur
