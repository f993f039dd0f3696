#include "inputs/clean.h"

#include <algorithm>

#include "text/characters.h"

namespace rapporteur {
namespace {

constexpr std::string_view kNoBreakSpace = "\xC2\xA0";

// Bytes of white space at the beginning of the text.
size_t BlankAt(std::string_view text) {
  if (text.empty()) return 0;
  if (IsBlankByte(text.front())) return 1;
  return text.starts_with(kNoBreakSpace) ? kNoBreakSpace.size() : 0;
}

}  // namespace

std::string LowerBytes(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(), LowerByte);
  return lower;
}

bool SameWord(std::string_view a, std::string_view b) { return a.size() == b.size() && BeginsWithWord(a, b); }

bool BeginsWithWord(std::string_view text, std::string_view prefix) {
  return text.size() >= prefix.size() && std::equal(prefix.begin(), prefix.end(), text.begin(),
                                                    [](char a, char b) { return LowerByte(a) == LowerByte(b); });
}

std::string_view Trimmed(std::string_view text) {
  while (const size_t blank = BlankAt(text)) text.remove_prefix(blank);
  while (!text.empty()) {
    if (IsBlankByte(text.back())) {
      text.remove_suffix(1);
    } else if (text.ends_with(kNoBreakSpace)) {
      text.remove_suffix(kNoBreakSpace.size());
    } else {
      break;
    }
  }
  return text;
}

std::string OnOneLine(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    if (const size_t blank = BlankAt(text)) {
      if (!out.empty() && out.back() != ' ') out.push_back(' ');
      text.remove_prefix(blank);
    } else {
      out.push_back(text.front());
      text.remove_prefix(1);
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string CutTo(std::string_view text, size_t most) {
  if (text.size() <= most) return std::string(text);
  return std::string(text.substr(0, CodePointFloor(text, most))) + "…";
}

std::string_view TakeLine(std::string_view& text) {
  const size_t end = text.find_first_of("\r\n");
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(line.size());
  if (text.starts_with("\r\n")) {
    text.remove_prefix(2);
  } else if (!text.empty()) {
    text.remove_prefix(1);
  }
  return line;
}

long long DecimalNumber(std::string_view text) {
  constexpr size_t kMostDigits = 18;
  if (text.empty() || text.size() > kMostDigits) return -1;
  long long value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace rapporteur
