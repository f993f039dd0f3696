#include "text/lines.h"

#include <algorithm>

#include "text/characters.h"

namespace rapporteur {
namespace {

// Line ends: LF, CR, VT, FF, NEL, line and paragraph separator.
bool EndsLine(char32_t c) { return (c >= '\n' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029; }

bool IsClosing(char32_t c) {
  return IsCloseBracket(c) || c == '"' || c == '\'' || c == 0x2019 || c == 0x201D || c == 0xBB || c == 0x203A;
}

size_t ChunkEnd(std::string_view line, size_t at) {
  while (at < line.size()) {
    const CodePoint point = CodePointAt(line, at);
    if (IsSpace(point.value)) break;
    at += point.bytes;
  }
  return at;
}

size_t SkipSpace(std::string_view line, size_t at) {
  while (at < line.size()) {
    const CodePoint point = CodePointAt(line, at);
    if (!IsSpace(point.value)) break;
    at += point.bytes;
  }
  return at;
}

}  // namespace

std::vector<Line> FindLines(std::string_view text) {
  std::vector<Line> lines;
  Line line;
  bool open = false;      // a character that is not white space was seen on this line
  bool blank = false;     // a blank line came before
  uint32_t start = 0;     // of the line, with its white space
  bool after_cr = false;  // CR LF is one line end
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = CodePointAt(text, at);
    const auto here = static_cast<uint32_t>(at);
    at += point.bytes;
    if (EndsLine(point.value)) {
      const bool second_half = point.value == '\n' && after_cr;
      after_cr = point.value == '\r';
      start = here + point.bytes;
      if (second_half) continue;
      if (open) {
        lines.push_back(line);
        blank = false;
      } else {
        blank = true;
      }
      open = false;
      continue;
    }
    after_cr = false;
    if (IsSpace(point.value)) continue;
    if (!open) line = {here, here, static_cast<uint16_t>(std::min<uint32_t>(here - start, 0xFFFF)), blank};
    open = true;
    line.end = here + point.bytes;
  }
  if (open) lines.push_back(line);
  return lines;
}

bool EndsSentence(std::string_view line) {
  size_t end = line.size();
  for (int i = 0; i < 4; ++i) {
    const CodePoint last = CodePointBefore(line, end);
    if (last.bytes == 0) return false;
    if (last.value == '.' || last.value == '!' || last.value == '?' || last.value == 0x2026 || last.value == ':')
      return true;
    if (!IsClosing(last.value)) return false;
    end -= last.bytes;
  }
  return false;
}

bool StartsLower(std::string_view line) { return IsLower(CodePointAt(line, 0).value); }

bool StartsListItem(std::string_view line) {
  const size_t end = ChunkEnd(line, 0);
  if (end == line.size() || end > 4) return false;
  const std::string_view mark = line.substr(0, end);
  if (mark == "-" || mark == "*" || mark == "\u2022" || mark == "\u2013" || mark == "\u25CF" || mark == "\u00B7")
    return true;
  const bool closed = mark.back() == '.' || mark.back() == ')';
  return closed && mark.size() > 1 && IsWordCharacter(CodePointBefore(mark, mark.size() - 1).value) &&
         (mark.size() == 2 || IsDigit(mark[0]) || mark[0] == '(');
}

bool IsTitleCase(std::string_view line) {
  size_t words = 0;
  size_t capitals = 0;
  bool last_upper = false;
  for (size_t at = 0; at < line.size() && words < 40;) {
    const size_t end = ChunkEnd(line, at);
    const char32_t first = CodePointAt(line, at).value;
    if (IsWordCharacter(first) && end - at > 3) {  // "of", "and" and "the" say nothing
      ++words;
      last_upper = IsUpper(first) || IsDigit(first);
      if (last_upper) ++capitals;
    }
    at = SkipSpace(line, end);
  }
  return words > 0 && capitals * 3 >= words * 2 && last_upper;
}

size_t CountChunks(std::string_view line, size_t limit) {
  size_t count = 0;
  for (size_t at = SkipSpace(line, 0); at < line.size() && count < limit; ++count) {
    at = SkipSpace(line, ChunkEnd(line, at));
  }
  return count;
}

}  // namespace rapporteur
