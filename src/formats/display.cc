#include "formats/display.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "text/characters.h"

namespace rapporteur {
namespace {

struct Range {
  char32_t first, last;
};

// East Asian wide and full-width blocks, and pictures; after Unicode's EastAsianWidth, in whole blocks.
constexpr std::array<Range, 14> kWide = {{{0x1100, 0x115F},
                                          {0x2E80, 0x303E},
                                          {0x3041, 0x33FF},
                                          {0x3400, 0x4DBF},
                                          {0x4E00, 0x9FFF},
                                          {0xA000, 0xA4CF},
                                          {0xA960, 0xA97F},
                                          {0xAC00, 0xD7A3},
                                          {0xF900, 0xFAFF},
                                          {0xFE30, 0xFE6F},
                                          {0xFF00, 0xFF60},
                                          {0xFFE0, 0xFFE6},
                                          {0x1F300, 0x1FAFF},
                                          {0x20000, 0x3FFFD}}};

// Combining marks, joiners and variation selectors.
constexpr std::array<Range, 15> kZero = {{{0x0300, 0x036F},
                                          {0x0483, 0x0489},
                                          {0x0591, 0x05BD},
                                          {0x0610, 0x061A},
                                          {0x064B, 0x065F},
                                          {0x06D6, 0x06DC},
                                          {0x093A, 0x093C},
                                          {0x0E34, 0x0E3A},
                                          {0x1AB0, 0x1AFF},
                                          {0x1DC0, 0x1DFF},
                                          {0x200B, 0x200F},
                                          {0x20D0, 0x20FF},
                                          {0xFE00, 0xFE0F},
                                          {0xE0100, 0xE01EF},
                                          {0x10FF00, 0x10FF0F}}};  // StyleMark

// For private use; nobody else's text is expected to hold these.
constexpr char32_t kFirstMark = 0x10FF00;
constexpr std::array<std::string_view, 9> kStyleCodes = {"0", "1", "2", "32", "36", "34", "33", "31", "35"};

template <size_t n>
bool In(const std::array<Range, n>& ranges, char32_t c) {
  return std::any_of(ranges.begin(), ranges.end(), [c](const Range& r) { return r.first <= c && c <= r.last; });
}

int WidthOf(char32_t c) {
  if (c < 0x300) return 1;
  if (In(kZero, c)) return 0;
  return In(kWide, c) ? 2 : 1;
}

// Characters that a terminal obeys instead of showing: C0, DEL, C1, and the marks that turn the writing direction.
bool IsControl(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) ||
         c == 0x2028 || c == 0x2029;
}

// How many bytes from the front take at most `width` columns.
size_t BytesWithin(std::string_view utf8, int width) {
  size_t at = 0;
  while (at < utf8.size()) {
    const CodePoint c = CodePointAt(utf8, at);
    width -= WidthOf(c.value);
    if (width < 0) break;
    at += c.bytes;
  }
  return at;
}

}  // namespace

int DisplayWidth(std::string_view utf8) {
  int width = 0;
  for (size_t at = 0; at < utf8.size();) {
    const CodePoint c = CodePointAt(utf8, at);
    width += WidthOf(c.value);
    at += c.bytes;
  }
  return width;
}

std::string OneLine(std::string_view utf8) {
  std::string line;
  bool space = false;
  for (size_t at = 0; at < utf8.size();) {
    const CodePoint c = CodePointAt(utf8, at);
    at += c.bytes;
    if (IsControl(c.value) || IsSpace(c.value)) {
      space = true;
      continue;
    }
    if (space && !line.empty()) line += ' ';
    space = false;
    AppendUtf8(c.value, &line);
  }
  return line;
}

std::string CutToWidth(std::string_view utf8, int width) {
  if (DisplayWidth(utf8) <= width) return std::string(utf8);
  if (width <= 0) return {};
  std::string cut(utf8.substr(0, BytesWithin(utf8, width - 1)));
  while (!cut.empty() && cut.back() == ' ') cut.pop_back();
  return cut + "…";
}

std::vector<std::string> Wrap(std::string_view utf8, int width, int max_lines) {
  width = std::max(width, 2);  // the widest character fits
  const std::string text = OneLine(utf8);
  std::vector<std::string> lines;
  std::string_view rest = text;
  while (!rest.empty()) {
    if (max_lines > 0 && lines.size() + 1 == static_cast<size_t>(max_lines)) {
      lines.push_back(CutToWidth(rest, width));
      break;
    }
    size_t take = BytesWithin(rest, width);
    size_t next = take;
    if (take < rest.size()) {
      const size_t space = rest.substr(0, take + 1).rfind(' ');
      if (space != std::string_view::npos && space > 0) {
        take = space;
        next = space + 1;
      }
    }
    lines.emplace_back(rest.substr(0, take));
    rest.remove_prefix(next);
  }
  if (lines.empty()) lines.emplace_back();
  return lines;
}

std::string Styled(std::string_view utf8, Style style, bool color) {
  if (!color || style == Style::kPlain || utf8.empty()) return std::string(utf8);
  std::string styled = "\x1b[";
  styled += kStyleCodes.at(static_cast<size_t>(style));
  styled += 'm';
  styled += utf8;
  return styled + "\x1b[0m";
}

std::string StyleMark(Style style) {
  std::string mark;
  AppendUtf8(kFirstMark + static_cast<char32_t>(style), &mark);
  return mark;
}

std::string WithStyleMarks(std::string_view utf8) {
  std::string styled;
  for (size_t at = 0; at < utf8.size();) {
    const CodePoint c = CodePointAt(utf8, at);
    if (c.value >= kFirstMark && c.value < kFirstMark + kStyleCodes.size()) {
      styled += "\x1b[";
      styled += kStyleCodes.at(c.value - kFirstMark);
      styled += 'm';
    } else {
      styled += utf8.substr(at, c.bytes);
    }
    at += c.bytes;
  }
  return styled;
}

void AppendRow(const std::vector<Cell>& cells, int indent, bool color, std::string& out, int max_lines) {
  std::vector<std::vector<std::string>> wrapped;
  size_t height = 1;
  for (const Cell& cell : cells) {
    wrapped.push_back(Wrap(cell.text, cell.width, max_lines));
    height = std::max(height, wrapped.back().size());
  }
  for (size_t line = 0; line < height; ++line) {
    int pending = indent;  // columns of space not yet written: none at the end of a line
    for (size_t i = 0; i < cells.size(); ++i) {
      const std::string text = line < wrapped[i].size() ? wrapped[i][line] : std::string();
      const int free = std::max(0, cells[i].width - DisplayWidth(text));
      if (!text.empty()) {
        const int spaces = pending + (cells[i].right ? free : 0);
        out.append(static_cast<size_t>(spaces), ' ');
        out += Styled(text, cells[i].style, color);
        pending = cells[i].right ? 0 : free;
      } else {
        pending += free;
      }
      ++pending;
    }
    out += '\n';
  }
}

}  // namespace rapporteur
