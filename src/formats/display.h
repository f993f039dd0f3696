// Text in columns for people: how wide words are on a terminal, wrapping, cutting, colours.
//
// Deterministic; stateless. Control characters and line breaks of a report become spaces, so that no report can
// command a terminal.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rapporteur {

enum class Style { kPlain, kBold, kDim, kGreen, kCyan, kBlue, kYellow, kRed, kMagenta };

// Columns that the text takes: 2 for wide characters (CJK, emoji), 0 for combining ones, else 1.
int DisplayWidth(std::string_view utf8);

// One line: control characters and runs of white space become one space; none at the ends.
std::string OneLine(std::string_view utf8);

// At most `width` columns, the cut marked by "…".
std::string CutToWidth(std::string_view utf8, int width);

// Lines of at most `width` columns, broken at spaces; a longer word is broken where it must be. At most `max_lines`
// (the last is cut with "…"); 0: any number. Empty text gives one empty line.
std::vector<std::string> Wrap(std::string_view utf8, int width, int max_lines = 0);

// The text in its colour, or as it is without `color`.
std::string Styled(std::string_view utf8, Style style, bool color);

// A mark without width that may stand in text to be wrapped; WithStyleMarks turns the marks into colours afterwards.
// kPlain ends a colour.
std::string StyleMark(Style style);
std::string WithStyleMarks(std::string_view utf8);

struct Cell {
  std::string text;
  int width = 0;
  Style style = Style::kPlain;
  bool right = false;  // aligned to the right
};

// A row of wrapped cells, one space between columns, no space at the ends of lines; ends with a line break.
void AppendRow(const std::vector<Cell>& cells, int indent, bool color, std::string& out, int max_lines = 3);

}  // namespace rapporteur
