#include "text/addresses.h"

#include <algorithm>
#include <array>

#include "text/characters.h"

namespace rapporteur {
namespace {

constexpr std::string_view kClosing = ".,;:!?'*]";

bool IsAsciiAlnum(char32_t c) { return c < 0x80 && IsWordCharacter(c); }
bool IsTerminal(char32_t c) { return c == '.' || c == '!' || c == '?' || c == 0x2026; }

bool IsOneOf(char32_t c, std::string_view marks) {
  return c < 0x80 && marks.find(static_cast<char>(c)) != std::string_view::npos;
}
bool IsAddress(char32_t c) { return IsWordCharacter(c) || (c < 0x80 && c > ' ' && !IsOneOf(c, "<>\"{}|\\^`")); }
bool IsFileName(char32_t c) { return IsAsciiAlnum(c) || IsOneOf(c, "-_.#~%"); }

bool StartsWithFolded(std::string_view text, std::string_view lower) {
  if (text.size() < lower.size()) return false;
  for (size_t i = 0; i < lower.size(); ++i) {
    if (static_cast<char>(ToLower(static_cast<unsigned char>(text[i]))) != lower[i]) return false;
  }
  return true;
}

bool IsUrl(std::string_view run) {
  const size_t scheme = run.find("://");
  return (scheme != std::string_view::npos && scheme > 0 && scheme <= 8) || StartsWithFolded(run, "www.") ||
         StartsWithFolded(run, "mailto:") || StartsWithFolded(run, "doi:1");
}

// How long the e-mail address at the head of the run is; 0 when there is none.
size_t MailSize(std::string_view run) {
  const size_t mark = run.find('@');
  if (mark == std::string_view::npos || mark == 0) return 0;
  const size_t other = run.find_first_of("/,;");
  if (run.find('.', mark) == std::string_view::npos || other < mark) return 0;
  return std::min(run.find_first_of("/,;:)(]['?!=", mark), run.size());
}

// report-69366-1.DOC, Get-A-House.com, site.org/path: hyphens or a path, and a known ending.
size_t FileNameSize(std::string_view run, const WordForms& forms) {
  size_t size = RunEnd(run, 0, IsFileName);
  const bool path = size + 1 < run.size() && run[size] == '/' && IsWordCharacter(CodePointAt(run, size + 1).value);
  while (size > 0 && run[size - 1] == '.') --size;
  const std::string_view name = run.substr(0, size);
  const size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0 || name.find("..") != std::string_view::npos) return 0;
  if (!forms.IsNameEnding(name.substr(dot + 1))) return 0;
  if (path) return run.size();
  return name.find('-') < dot ? size : 0;
}

}  // namespace

size_t RunEnd(std::string_view text, size_t at, bool (*is)(char32_t)) {
  while (at < text.size()) {
    const CodePoint point = CodePointAt(text, at);
    if (!is(point.value)) break;
    at += point.bytes;
  }
  return at;
}

bool AllOf(std::string_view text, bool (*is)(char32_t)) { return !text.empty() && RunEnd(text, 0, is) == text.size(); }

bool MayHoldAddress(std::string_view chunk) {
  constexpr std::array<std::string_view, 6> kSigns = {"@", "://", "www.", "WWW.", "mailto:", "doi:1"};
  return std::any_of(kSigns.begin(), kSigns.end(),
                     [&](auto sign) { return chunk.find(sign) != std::string_view::npos; }) ||
         chunk.find('-') < chunk.rfind('.') || chunk.find('.') < chunk.rfind('/');
}

size_t AddressEnd(std::string_view chunk, size_t at, const WordForms& forms) {
  const char32_t before = CodePointBefore(chunk, at).value;
  const bool starts_word = at == 0 || !(IsWordCharacter(before) || IsFileName(before) || before == '/');
  if (!starts_word || !IsAsciiAlnum(CodePointAt(chunk, at).value)) return at;
  const std::string_view run = chunk.substr(at, RunEnd(chunk, at, IsAddress) - at);
  size_t size = IsUrl(run) ? run.size() : MailSize(run);
  if (size == 0) size = FileNameSize(run, forms);
  const bool brackets = run.substr(0, size).find('(') != std::string_view::npos;
  while (size > 0 && (kClosing.find(run[size - 1]) != std::string_view::npos || (run[size - 1] == ')' && !brackets))) {
    --size;
  }
  return size > 3 ? at + size : at;
}

size_t FaceEnd(std::string_view chunk, size_t at) {
  constexpr std::array<std::string_view, 20> kFaces = {":-)", ":-(", ";-)", ":-/", ":-D", ">:(", ":)",
                                                       ":(",  ";)",  "=)",  "=(",  "(:",  ":D",  ":P",
                                                       ";P",  ":/",  "<3",  "^^",  ":'(", ":-P"};
  if (!IsOneOf(static_cast<unsigned char>(chunk[at]), ":;=<(^>")) return at;
  const char32_t before = CodePointBefore(chunk, at).value;
  if (at > 0 && !IsTerminal(before) && !IsWordCharacter(before)) return at;
  for (const std::string_view face : kFaces) {
    if (chunk.substr(at, face.size()) != face) continue;
    const size_t after = at + face.size();
    const bool alone = at == 0 || face.back() == ')' || face.back() == '(';
    const bool bracket_opened = face.back() == ')' && chunk.substr(0, at).find('(') != std::string_view::npos;
    if (alone && !bracket_opened && (after == chunk.size() || IsTerminal(CodePointAt(chunk, after).value)))
      return after;
  }
  return at;
}

}  // namespace rapporteur
