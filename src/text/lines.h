// The lines of a text that are not blank, and what their ends tell. Only for layout.cc.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace rapporteur {

struct Line {
  uint32_t begin = 0;  // without white space around it
  uint32_t end = 0;
  uint16_t indent = 0;  // bytes of white space before it
  bool after_blank = false;

  uint32_t size() const { return end - begin; }
  std::string_view of(std::string_view text) const { return text.substr(begin, size()); }
};

std::vector<Line> FindLines(std::string_view text);

// Whether the line ends as a sentence does: . ! ? … or a colon, with closing marks after it or not.
bool EndsSentence(std::string_view line);
bool StartsLower(std::string_view line);
bool StartsListItem(std::string_view line);  // • - * or 1. or (a), and white space
// Whether many words of the line, and its last, are capitalised.
bool IsTitleCase(std::string_view line);
size_t CountChunks(std::string_view line, size_t limit);  // stretches without white space, counted up to the limit

}  // namespace rapporteur
