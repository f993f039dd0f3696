#include "text/layout.h"

#include <algorithm>
#include <cstdint>
#include <string>

#include "text/characters.h"
#include "text/lines.h"

namespace rapporteur {
namespace {

constexpr size_t kSampledLines = 2000;
constexpr uint32_t kWidestWrap = 130;  // bytes; longer lines were not wrapped by a mail program or a wire
constexpr size_t kMaxHeadlineWords = 30;
constexpr size_t kMaxSubheadWords = 12;
constexpr size_t kMaxCreditWords = 16;
constexpr size_t kOpeningLines = 4;  // headline, standfirst, byline, date

enum class Breaks { kEndParagraph, kWrap, kMeanNothing };

struct Style {
  Breaks breaks = Breaks::kEndParagraph;
  uint32_t width = 0;  // where lines wrap
};

bool HasLower(std::string_view line) {
  return std::any_of(line.begin(), line.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

uint32_t FirstChunkSize(std::string_view line) {
  const size_t space = line.find_first_of(" \t");
  return static_cast<uint32_t>(std::min(space, line.size()));
}

// Lines were wrapped when sentences run over their ends again and again, and none is wide.
Style StyleOf(std::string_view text, const std::vector<Line>& lines) {
  Style style;
  if (lines.size() > 100000 && text.size() / lines.size() < 24) return {Breaks::kMeanNothing, 0};  // junk
  std::vector<uint32_t> widths;
  size_t pairs = 0;
  size_t running = 0;
  const size_t count = std::min(lines.size(), kSampledLines);
  for (size_t i = 0; i + 1 < count; ++i) {
    widths.push_back(lines[i].size());
    if (lines[i + 1].after_blank) continue;
    ++pairs;
    const std::string_view line = lines[i].of(text);
    const std::string_view below = lines[i + 1].of(text);
    const bool capitals = !HasLower(line) && !HasLower(below) && below.size() * 2 > line.size();  // old wires
    const bool goes_on = !EndsSentence(line) && (StartsLower(below) || line.back() == ',' || capitals);
    if (goes_on && lines[i].size() >= 30) ++running;
  }
  if (pairs == 0) return style;
  const auto nth = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() * 9 / 10);
  std::nth_element(widths.begin(), nth, widths.end());
  style.width = *nth;
  const bool wrapped = style.width <= kWidestWrap && running > 0 && running * 4 >= pairs;
  if (wrapped) style.breaks = Breaks::kWrap;
  return style;
}

// Whether the line break between two lines, with no blank line between, ends a paragraph.
bool BreakEndsParagraph(std::string_view text, const Line& a, const Line& b, const Style& style) {
  const std::string_view upper = a.of(text);
  const std::string_view lower = b.of(text);
  if (style.breaks == Breaks::kMeanNothing) return false;
  if (style.breaks == Breaks::kEndParagraph) {
    return EndsSentence(upper) || !StartsLower(lower) || a.size() <= 20;
  }
  if (b.indent >= a.indent + 2 || StartsListItem(lower)) return true;
  const bool would_fit = a.size() + 1 + FirstChunkSize(lower) + style.width / 8 < style.width;
  if (!would_fit || StartsLower(lower)) return false;
  return EndsSentence(upper) || a.size() * 5 < style.width * 3 || (HasLower(upper) && IsTitleCase(upper));
}

bool HasDigit(std::string_view line) { return line.find_first_of("0123456789") != std::string_view::npos; }

// A line of date and time words and figures only.
bool IsDateLine(std::string_view line, const WordForms& forms) {
  if (!HasDigit(line) || line.size() > 80) return false;
  for (size_t at = 0; at < line.size();) {
    const CodePoint point = CodePointAt(line, at);
    if (!IsLetter(point.value)) {
      at += point.bytes;
      continue;
    }
    size_t end = at;
    while (end < line.size() && IsLetter(CodePointAt(line, end).value)) end += CodePointAt(line, end).bytes;
    if (!forms.IsDateWord(line.substr(at, end - at))) return false;
    at = end;
  }
  return true;
}

bool IsByline(std::string_view line, const WordForms& forms) {
  if (line.size() > 160 || CountChunks(line, kMaxCreditWords + 1) > kMaxCreditWords) return false;
  if (IsDateLine(line, forms)) return true;
  if (line.front() == '(' && line.back() == ')')
    return CountChunks(line, 5) <= 4 || IsByline(line.substr(1, line.size() - 2), forms);
  const size_t one = std::min(line.find_first_of(" :|"), line.size());
  const size_t two = one == line.size() ? one : std::min(line.find_first_of(" :|", one + 1), line.size());
  const std::string_view second = two > one ? line.substr(one + 1, two - one - 1) : std::string_view();
  const bool names_follow = IsUpper(CodePointAt(second, 0).value) || HasDigit(line);
  if (forms.OpensCredit(line.substr(0, two))) return true;
  if (forms.OpensCredit(line.substr(0, one)) && names_follow && !line.ends_with('.')) return true;
  const size_t bar = line.find('|');
  return bar != std::string_view::npos && HasDigit(line);
}

SegmentKind KindOf(std::string_view line, size_t index, size_t count, bool one_line, const WordForms& forms) {
  if (!one_line || count == 1) return SegmentKind::kProse;
  if (IsByline(line, forms)) return SegmentKind::kByline;
  const char32_t first = CodePointAt(line, 0).value;
  const char last = line.back();
  if (last == '.' || last == ',' || last == ';' || last == ':' || IsLower(first) || StartsListItem(line)) {
    return SegmentKind::kProse;
  }
  const bool opening = index < kOpeningLines && index + 1 < count;
  const size_t limit = opening ? kMaxHeadlineWords : kMaxSubheadWords;
  if (CountChunks(line, limit + 1) > limit) return SegmentKind::kProse;
  const bool stopped = EndsSentence(line);
  if (opening && index == 0) return SegmentKind::kHeadline;  // even "Who fired first?"
  return stopped || IsDoubleQuote(first) ? SegmentKind::kProse : SegmentKind::kHeadline;
}

}  // namespace

std::vector<Paragraph> FindParagraphs(std::string_view text, const WordForms& forms) {
  const std::vector<Line> lines = FindLines(text);
  const Style style = StyleOf(text, lines);
  std::vector<Paragraph> paragraphs;
  std::vector<bool> one_line;
  for (size_t i = 0; i < lines.size(); ++i) {
    const bool blank = lines[i].after_blank && style.breaks != Breaks::kMeanNothing;
    if (i == 0 || blank || BreakEndsParagraph(text, lines[i - 1], lines[i], style)) {
      paragraphs.push_back({{lines[i].begin, lines[i].end}, SegmentKind::kProse});
      one_line.push_back(true);
    } else {
      paragraphs.back().span.end = lines[i].end;
      one_line.back() = false;
    }
  }
  // Over the opening lines a headline may be wrapped; prose has begun when one of them ends with a stop.
  bool opening = true;
  for (size_t i = 0; i < paragraphs.size(); ++i) {
    const std::string_view line = paragraphs[i].span.of(text);
    const bool short_enough = one_line[i] || (opening && line.size() < 160);
    const size_t index = opening ? i : std::max(i, kOpeningLines);
    paragraphs[i].kind = KindOf(line, index, paragraphs.size(), short_enough, forms);
    if (paragraphs[i].kind == SegmentKind::kProse) opening = false;
  }
  return paragraphs;
}

}  // namespace rapporteur
