// Spellings of one foreign name: Youssef and Yusuf, Arreke and Areke, Kerimo and Kerimov.
//
// Stateless, deterministic.
#pragma once

#include <string>
#include <string_view>

namespace rapporteur {

// What all spellings of a folded name have in common: the first consonants of its first and its last word. Empty: too
// little is left of them.
std::string SoundOf(std::string_view folded);

// Whether two folded names of the same sound may be spellings of one: as many words, each alike but for a few letters.
bool SpelledAlike(std::string_view a, std::string_view b);

}  // namespace rapporteur
