// Whether a word is one of a short list: the closed word sets of grammar that stand beside the rule which uses them.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>
#include <string_view>

namespace rapporteur {

inline bool Among(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

template <size_t kCount>
bool Among(std::string_view word, const std::array<std::string_view, kCount>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

}  // namespace rapporteur
