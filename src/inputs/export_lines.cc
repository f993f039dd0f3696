#include "inputs/export_lines.h"

#include <algorithm>
#include <cstddef>

#include "inputs/clean.h"

namespace rapporteur {

std::vector<std::string_view> LinesOf(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) lines.push_back(Trimmed(TakeLine(text)));
  return lines;
}

std::vector<LineGroup> GroupsOf(const std::vector<std::string_view>& lines) {
  std::vector<LineGroup> groups;
  bool open = false;
  for (const std::string_view line : lines) {
    if (!line.empty()) {
      if (!open) groups.emplace_back();
      groups.back().lines.push_back(line);
    }
    open = !line.empty();
  }
  return groups;
}

std::string ParagraphsOf(const std::vector<std::string_view>& lines) {
  constexpr size_t kWidest = 120;  // exports wrap at 70 to 100
  const bool wrapped =
      std::none_of(lines.begin(), lines.end(), [](std::string_view line) { return line.size() > kWidest; });
  std::string text;
  for (const std::string_view line : lines) text += (text.empty() ? "" : wrapped ? " " : "\n\n") + OnOneLine(line);
  return text;
}

std::string Joined(const std::vector<std::string_view>& lines) {
  std::string text;
  for (const std::string_view line : lines) text += (text.empty() ? "" : " ") + OnOneLine(line);
  return text;
}

bool IsWordCount(std::string_view line) {
  constexpr size_t kMostDigits = 9;
  const size_t space = line.find(' ');
  if (space == std::string_view::npos || space == 0 || space > kMostDigits) return false;
  const std::string_view unit = Trimmed(line.substr(space));  // as the reader of the service was set
  const auto is = [&](std::string_view word) { return SameWord(word, unit); };
  if (!is("words") && !is("word") && !is("mots") && !is("Wörter") && !is("palabras") && !is("parole")) return false;
  return std::all_of(line.begin(), line.begin() + static_cast<ptrdiff_t>(space),
                     [](char c) { return (c >= '0' && c <= '9') || c == ',' || c == '.'; });
}

bool IsCopyright(std::string_view line) {
  return BeginsWithWord(line, "copyright ") || BeginsWithWord(line, "(c) ") || line.starts_with("© ") ||
         BeginsWithWord(line, "all rights reserved");
}

}  // namespace rapporteur
