#include "text/chunk.h"

#include <algorithm>
#include <array>
#include <string>

#include "text/addresses.h"
#include "text/characters.h"
#include "text/tokenize.h"

namespace rapporteur {
namespace {

bool IsTerminal(char32_t c) { return c == '.' || c == '!' || c == '?' || c == 0x2026; }
bool IsHyphen(char32_t c) { return c == '-' || c == 0x2010 || c == 0x2011; }
bool IsWordOrUnderscore(char32_t c) { return IsWordCharacter(c) || c == '_'; }

constexpr size_t kMaxJoinedBytes = 128;  // beyond it nothing joins two segments: keeps every look-ahead bounded

}  // namespace

char32_t ChunkTokenizer::At(size_t at) const { return CodePointAt(text_, at).value; }
char32_t ChunkTokenizer::Before(size_t at) const { return CodePointBefore(text_, at).value; }

size_t ChunkTokenizer::RunEnd(size_t at, bool (*is)(char32_t)) const { return rapporteur::RunEnd(text_, at, is); }

void ChunkTokenizer::Run() {
  const bool addresses = text_.size() > 4 && MayHoldAddress(text_);
  size_t at = 0;
  while (at < text_.size()) {
    const char32_t c = At(at);
    size_t end = addresses ? AddressEnd(text_, at, forms_) : at;
    if (end == at) end = FaceEnd(text_, at);
    if (end == at && IsWordOrUnderscore(c)) {
      end = WordEnd(at);
      EmitWord(at, end);
      at = EmitPossessive(end);
      continue;
    }
    if (end == at && IsApostrophe(c)) end = ApostropheEnd(at);
    if (end == at) end = MarkEnd(at);
    Emit(at, end);
    at = end;
  }
}

// One mark, or a run that reads as one.
size_t ChunkTokenizer::MarkEnd(size_t at) const {
  const CodePoint first = CodePointAt(text_, at);
  const char32_t c = first.value;
  const size_t after = at + first.bytes;
  const std::string_view five = text_.substr(at, 5);
  if (five == "[...]" || five == "[\u2026]") return at + 5;
  if (IsApostrophe(c)) {  // '' and `` are one
    const size_t twice = after + first.bytes;
    return At(after) == c && At(twice) != c ? twice : after;
  }
  if (IsOpenBracket(c) || IsCloseBracket(c) || IsDoubleQuote(c) || c == ',' || c == ';' || c == ':') return after;
  if (c < 0x80 && at == 0) {  // a line drawn with marks: |-----+---->
    const size_t drawn = RunEnd(at, [](char32_t m) {
      return m < 0x80 && std::string_view("-=_*~|+<>#").find(static_cast<char>(m)) != std::string_view::npos;
    });
    if (drawn == text_.size() && drawn >= 4) return drawn;
  }
  const bool clear_left = at == 0 || IsOpenBracket(Before(at)) || Before(at) == '=';
  if ((c == '.' || c == '+') && clear_left && IsDigit(At(at + 1))) return RunEnd(at + 1, IsDigit);  // .265, +44
  if (IsTerminal(c)) return RunEnd(at, IsTerminal);
  if (text_.substr(at, 2) == "->" || text_.substr(at, 2) == "<-") return at + 2;
  size_t run = after;
  while (run < text_.size() && At(run) == c) run += first.bytes;
  if ((c == '#' || c == '@') && run == after && IsLetter(At(after))) return RunEnd(after, IsWordOrUnderscore);
  return run;
}

// An apostrophe that opens a word: 's after a bracket or quotation mark, 'em, '72. Otherwise `at`: a mark.
size_t ChunkTokenizer::ApostropheEnd(size_t at) const {
  const size_t letters = at + CodePointAt(text_, at).bytes;
  const size_t end = RunEnd(letters, IsWordCharacter);
  if (end == letters || At(at) == 0x2018 || At(at) == 0xB4) return at;
  const std::string word = LowerCase(text_.substr(letters, end - letters));
  constexpr std::array<std::string_view, 16> kOpening = {"s",  "em", "til", "cause", "cuz", "tis",   "twas", "bout",
                                                         "ll", "ve", "re",  "m",     "d",   "round", "n",    "nt"};
  const bool year = IsDigit(At(letters)) && (word.size() == 2 || (word.size() == 3 && word[2] == 's'));
  if (!year && std::find(kOpening.begin(), kOpening.end(), word) == kOpening.end()) return at;
  return end;
}

// The end of the word that starts at `at`, by what may join its segments.
size_t ChunkTokenizer::WordEnd(size_t at) const {
  const size_t begin = at;
  for (;;) {
    at = RunEnd(at, IsWordOrUnderscore);
    if (at >= text_.size() || !Joins(begin, at)) break;
    at += CodePointAt(text_, at).bytes;
  }
  if (at < text_.size() && text_[at] == '.' && FinalStopBelongs(begin, at)) return at + 1;
  // US$ 4.5: capitals before a currency sign are of it.
  if (at < text_.size() && At(at) == '$' && at - begin <= 3 && AllOf(text_.substr(begin, at - begin), IsUpper))
    return at + 1;
  const bool fragment = IsHyphen(At(at)) && (at + 1 == text_.size() || text_[at + 1] == ',') &&
                        AllOf(text_.substr(begin, at - begin), IsLetter) &&
                        (at - begin <= 2 || forms_.IsPrefix(text_.substr(begin, at - begin)));
  return fragment ? at + 1 : at;
}

// Whether the mark at `at` joins the word from `begin` with what comes after it.
bool ChunkTokenizer::Joins(size_t begin, size_t at) const {
  const CodePoint mark = CodePointAt(text_, at);
  const size_t next_at = at + mark.bytes;
  const char32_t c = mark.value;
  const char32_t left = Before(at);
  const char32_t right = At(next_at);
  if (!IsWordOrUnderscore(right) || at - begin > kMaxJoinedBytes) return false;
  const bool digits = IsDigit(left) && IsDigit(right);
  if (c == '.') return StopJoins(begin, at);
  if (IsHyphen(c)) return HyphenJoins(begin, at, next_at);
  if (c == '/') return SlashJoins(begin, at);
  if (c == ',') {
    return digits && RunEnd(next_at, IsDigit) - next_at == 3 && IsDigit(At(begin)) && at - begin <= 12;
  }
  if (c == ':') return digits && RunEnd(next_at, IsDigit) - next_at <= 2 && at - begin <= 8;
  if (c == '&') {
    return IsUpper(left) && IsUpper(right) && RunEnd(begin, IsUpper) == at && RunEnd(next_at, IsUpper) - next_at <= 4;
  }
  if (c == '*') return IsLetter(left) && IsLetter(right) && at - begin <= 3;
  if (c == '@') return IsLetter(left) && IsLetter(right);
  if (c == '`' || c == 0xB4) return IsLetter(left) && right == 's';
  if (c == '\'' || c == 0x2019 || c == 0x2BC || c == 0x2018) {
    return (IsLetter(left) && IsLetter(right)) || (IsDigit(left) && right == 's');
  }
  return false;
}

bool ChunkTokenizer::StopJoins(size_t begin, size_t at) const {
  const char32_t left = Before(at);
  const char32_t right = At(at + 1);
  if (IsDigit(left) && IsDigit(right)) return true;
  if (!IsLetter(left) && !IsDigit(left) && left != '_') return false;
  const size_t previous = text_.substr(begin, at - begin).find_last_of("./-_");
  const size_t segment = previous == std::string_view::npos ? begin : begin + previous + 1;
  const size_t next_end = RunEnd(at + 1, IsWordOrUnderscore);
  const std::string_view before = text_.substr(segment, at - segment);
  const std::string_view next = text_.substr(at + 1, next_end - at - 1);
  if (forms_.IsNameEnding(next) && (IsLower(right) || AllOf(before, IsUpper) || before.size() > 3)) {
    return !IsUpper(right) || IsUpper(CodePointAt(text_, at + 2).value);  // "Inc.Com…" is a new sentence
  }
  if (before == "Ph" && next == "D") return true;
  if ((before == "M" || before == "B") && next == "Sc") return true;
  if (IsLetter(left) && CodePointFloor(text_, at - 1) == segment && IsLetter(right)) {  // U.S, a.m, J.F
    const bool single = at + 1 + CodePointAt(text_, at + 1).bytes == next_end;
    return single || (AllOf(next, IsUpper) && next.size() <= 4) || (IsLower(left) && IsLower(right));
  }
  // alt.animals.rights: small letters with several stops are a name on some net.
  if (IsLower(left) && IsLower(right)) {
    std::string_view run = text_.substr(begin, 2 * kMaxJoinedBytes);
    run = run.substr(0, run.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-_"));
    return std::count(run.begin(), run.end(), '.') >= 2 && run.find("..") == std::string_view::npos &&
           run.back() != '.';
  }
  return false;
}

bool ChunkTokenizer::HyphenJoins(size_t begin, size_t at, size_t next) const {
  const std::string_view before = text_.substr(begin, at - begin);
  const size_t next_end = RunEnd(next, IsWordCharacter);
  const std::string_view after = text_.substr(next, next_end - next);
  const bool later = IsHyphen(Before(begin));  // Jaish - e - Mohammad
  if (forms_.IsPrefix(before) && !(later && before.size() <= 2)) return IsLetter(At(next)) || before == "mid";
  const std::string folded = LowerCase(after);
  if (folded == "esque" || folded == "wise" || folded == "mail") return true;
  // Figures with two hyphens and more, or shaped as a telephone number, are one.
  if (!IsDigit(At(begin)) || !IsDigit(At(next)) || !AllOf(after, IsDigit)) return false;
  const bool joined_before = before.find('-') != std::string_view::npos;
  const bool more = next_end + 1 < text_.size() && IsHyphen(At(next_end)) && IsDigit(At(next_end + 1));
  const size_t head = before.size() - (joined_before ? before.rfind('-') + 1 : 0);
  return joined_before || more || (head == 3 && after.size() == 4) || (head == 5 && after.size() == 4);
}

bool ChunkTokenizer::SlashJoins(size_t begin, size_t at) const {
  const std::string_view before = text_.substr(begin, at - begin);
  const size_t next_end = RunEnd(at + 1, IsWordCharacter);
  const std::string_view after = text_.substr(at + 1, next_end - at - 1);
  const auto figure = [](char32_t c) { return IsDigit(c) || c == '/'; };
  if (AllOf(before, figure) && AllOf(after, IsDigit)) return true;
  constexpr std::array<std::string_view, 6> kWhole = {"w/o", "s/he", "n/a", "i/c", "l/c", "i/s"};
  const std::string folded = LowerCase(text_.substr(begin, next_end - begin));
  return std::find(kWhole.begin(), kWhole.end(), folded) != kWhole.end();
}

// Whether the stop after the word from `begin` is part of it.
bool ChunkTokenizer::FinalStopBelongs(size_t begin, size_t stop) const {
  const std::string_view word = text_.substr(begin, stop - begin);
  const char32_t next = At(stop + 1);
  if (next == '.' && (At(stop + 2) == '.' || word.find('.') == std::string_view::npos)) return false;  // an ellipsis
  const bool last = stop + 1 == text_.size();
  const bool bare_end = last && after_.ends_paragraph;
  const bool letter = CodePointAt(text_, begin).bytes == word.size() && IsLetter(At(begin));
  if (letter && IsUpper(At(begin))) {  // an initial, unless the paragraph ends: "vitamin C."
    return !bare_end && !(word == "I" && !IsUpper(next));
  }
  switch (forms_.StopAfter(word)) {
    case StopRule::kTitle:
    case StopRule::kMiddle:
      return !bare_end;
    case StopRule::kInner:
      return !(word == "etc" && last && (bare_end || after_.upper));  // EWT and GUM let the sentence have that stop
    case StopRule::kNumber:
      return last ? after_.digit : IsDigit(next);
    case StopRule::kNone:
      break;
  }
  const size_t dot = word.rfind('.');
  if (dot == std::string_view::npos || dot == 0 || !IsLetter(At(begin))) return false;
  // Dotted initials: every segment one letter (U.S., a.m.) or short (Ph.D.).
  return word.size() - dot <= 2 && word.find('.') <= 2 && word.size() <= 12;
}

void ChunkTokenizer::EmitWord(size_t begin, size_t end) {
  if (EmitJoined(begin, end)) return;
  const size_t unit = UnitBegin(begin, end);
  if (unit < end) {
    Emit(begin, unit);
    Emit(unit, end);
    return;
  }
  // Clitics fall off from the right: I'd've is I, 'd, 've.
  std::array<size_t, 4> cuts = {};
  size_t count = 0;
  for (size_t right = end; count < cuts.size();) {
    const size_t cut = CliticBegin(begin, right);
    if (cut >= right) break;
    cuts[count++] = cut;
    right = cut;
  }
  const size_t first = out_->size();
  size_t at = begin;
  while (count > 0) {
    Emit(at, cuts[--count]);
    at = cuts[count];
  }
  Emit(at, end);
  for (size_t i = first; i < out_->size() && out_->size() > first + 1; ++i) {
    (*out_)[i].starts_multi = i == first;
    (*out_)[i].inside_multi = i > first;
  }
}

// A plural possessive's bare apostrophe is a word of the same token (students|'), unless the chunk opened a quotation
// that it may close. Gives back where the token ends.
size_t ChunkTokenizer::EmitPossessive(size_t end) {
  const CodePoint mark = CodePointAt(text_, end);
  const char32_t last = Before(end);
  if (mark.value != '\'' && mark.value != 0x2019) return end;
  if ((last != 's' && last != 'S' && last != 'z') || IsSingleQuote(At(0)) || out_->back().inside_multi) return end;
  const size_t after = end + mark.bytes;
  const char32_t next = At(after);
  if (IsWordCharacter(next) || IsTerminal(next) || next == ',' || IsSingleQuote(next) || IsDoubleQuote(next))
    return end;
  out_->back().starts_multi = true;
  Emit(end, after);
  out_->back().inside_multi = true;
  return after;
}

bool ChunkTokenizer::EmitJoined(size_t begin, size_t end) {
  if (!IsLetter(At(begin))) return false;
  const std::vector<uint8_t>& parts = forms_.PartsOf(text_.substr(begin, end - begin));
  if (parts.empty()) return false;
  const size_t first = out_->size();
  size_t at = begin;
  for (const uint8_t part : parts) {
    Emit(at, begin + part);
    at = begin + part;
  }
  Emit(at, end);
  for (size_t i = first; i < out_->size(); ++i) {
    (*out_)[i].starts_multi = i == first;
    (*out_)[i].inside_multi = i > first;
  }
  return true;
}

// Where the last clitic of the word begins; `end` when it has none.
size_t ChunkTokenizer::CliticBegin(size_t begin, size_t end) const {
  constexpr std::array<std::string_view, 6> kClitics = {"s", "m", "re", "ve", "ll", "d"};
  for (size_t back = 1; back <= 2 && begin + back < end; ++back) {
    const size_t letters = end - back;
    const CodePoint mark = CodePointBefore(text_, letters);
    if (mark.bytes == 0 || !IsApostrophe(mark.value) || letters < begin + mark.bytes + 1) continue;
    const size_t apostrophe = letters - mark.bytes;
    const std::string clitic = LowerCase(text_.substr(letters, back));
    if (clitic == "t") {
      const char32_t n = Before(apostrophe);
      return (n == 'n' || n == 'N') && apostrophe > begin + 1 ? apostrophe - 1 : end;
    }
    if (std::find(kClitics.begin(), kClitics.end(), clitic) == kClitics.end()) return end;
    // 1990's and 60's are one word; 2003's is two.
    const bool decade = IsDigit(At(begin)) && clitic == "s" && (Before(apostrophe) == '0' || apostrophe - begin < 4);
    return decade ? end : apostrophe;
  }
  return end;
}

// Where the unit of a figure begins (3|m, 50|km, 7:30|pm); `end` when there is none.
size_t ChunkTokenizer::UnitBegin(size_t begin, size_t end) const {
  if (!IsDigit(At(begin))) return end;
  size_t at = begin;
  while (at < end && (IsDigit(At(at)) || text_[at] == '.' || text_[at] == ',' || text_[at] == ':')) ++at;
  if (at == end || !IsDigit(Before(at))) return end;
  std::string_view unit = text_.substr(at, end - at);
  if (unit == "a.m." || unit == "p.m." || unit == "a.m" || unit == "p.m") return at;
  return forms_.IsUnit(unit) ? at : end;
}

void ChunkTokenizer::Emit(size_t begin, size_t end) {
  while (end - begin > kMaxWordBytes) {
    const size_t cut = CodePointFloor(text_, begin + kMaxWordBytes);
    out_->push_back({{base_ + static_cast<uint32_t>(begin), base_ + static_cast<uint32_t>(cut)}, false, false, false});
    begin = cut;
  }
  out_->push_back({{base_ + static_cast<uint32_t>(begin), base_ + static_cast<uint32_t>(end)}, false, false, false});
}

}  // namespace rapporteur
