#include "text/boundary_features.h"

#include <algorithm>

#include "text/characters.h"

namespace rapporteur {
namespace {

uint32_t Mix(uint32_t hash, uint32_t value) {
  hash ^= value + 0x9E3779B9U + (hash << 6U) + (hash >> 2U);
  hash *= 0x85EBCA6BU;
  return hash ^ (hash >> 15U);
}

uint32_t HashFolded(std::string_view form) {
  uint32_t hash = 2166136261U;
  for (const char c : form.substr(0, 64)) {
    auto byte = static_cast<unsigned char>(c);
    if (byte >= 'A' && byte <= 'Z') byte += 0x20;
    if (byte >= '0' && byte <= '9') byte = '0';
    hash = (hash ^ byte) * 16777619U;
  }
  return hash;
}

Shape ShapeOfMarks(std::string_view form, char32_t first) {
  const bool run = form.size() > CodePointAt(form, 0).bytes;
  if (first == '.' || first == '!' || first == '?' || first == 0x2026) {
    if (form == ".") return Shape::kStop;
    return form.find_first_of("?!") != std::string_view::npos ? Shape::kAsks : Shape::kEllipsis;
  }
  if (first == ',') return Shape::kComma;
  if (first == ':') return form.size() == 1 ? Shape::kColon : Shape::kOther;
  if (first == ';') return form.size() == 1 ? Shape::kSemicolon : Shape::kOther;
  if (IsDash(first) || form == "_") return form.size() <= 3 ? Shape::kDash : Shape::kDrawn;  // _ on old wires
  if (IsOpenBracket(first)) return run ? Shape::kOther : Shape::kOpenBracket;
  if (IsCloseBracket(first)) return Shape::kCloseBracket;
  return run && form.size() >= 3 ? Shape::kDrawn : Shape::kOther;
}

Shape ShapeOfLetters(std::string_view form) {
  bool lower = false;
  bool upper_later = false;
  bool digit = false;
  bool letter = false;
  size_t at = 0;
  const bool upper_first = IsUpper(CodePointAt(form, 0).value);
  while (at < form.size()) {
    const CodePoint point = CodePointAt(form, at);
    lower = lower || IsLower(point.value);
    upper_later = upper_later || (at > 0 && IsUpper(point.value));
    digit = digit || IsDigit(point.value);
    letter = letter || IsLetter(point.value);
    at += point.bytes;
  }
  if (form.find('@') != std::string_view::npos || form.find("://") != std::string_view::npos) return Shape::kAddress;
  if (digit) return letter ? Shape::kFigureWord : Shape::kFigure;
  const bool stopped = form.back() == '.';
  if (upper_first && form.size() - (stopped ? 1 : 0) <= 2 && !lower && !upper_later) return Shape::kInitial;
  if (stopped) return Shape::kAbbreviation;
  if (upper_first) return !lower ? Shape::kCapitals : Shape::kTitle;
  return upper_later ? Shape::kMixed : Shape::kLower;
}

// A mark opens when what it stands against follows it, closes when that comes before it.
Shape QuoteShape(std::string_view text, const Word& word, char32_t mark, bool even) {
  if (mark == 0x201C || mark == 0x2018 || mark == 0xAB || mark == 0x201E || mark == 0x2039) return Shape::kOpenQuote;
  if (mark == 0x201D || mark == 0xBB || mark == 0x203A) return Shape::kCloseQuote;
  const CodePoint before = CodePointBefore(text, word.span.begin);
  const bool space_before = before.bytes == 0 || IsSpace(before.value) || IsOpenBracket(before.value);
  if (space_before == word.space_after) return even ? Shape::kOpenQuote : Shape::kCloseQuote;
  return space_before ? Shape::kOpenQuote : Shape::kCloseQuote;
}

bool IsStopShape(Shape shape) { return shape == Shape::kStop || shape == Shape::kEllipsis || shape == Shape::kAsks; }
bool IsClosingShape(Shape shape) { return shape == Shape::kCloseQuote || shape == Shape::kCloseBracket; }
bool MayOpen(Shape shape) {
  return shape != Shape::kStop && shape != Shape::kAsks && shape != Shape::kComma && shape != Shape::kColon &&
         shape != Shape::kSemicolon && !IsClosingShape(shape);
}
bool OpensUpper(Shape shape) {
  return shape == Shape::kTitle || shape == Shape::kCapitals || shape == Shape::kInitial ||
         shape == Shape::kAbbreviation;
}

// The first word after the gap that is no opening mark.
size_t PastOpening(const std::vector<WordSight>& sights, size_t at) {
  while (at + 1 < sights.size() && (sights[at].shape == Shape::kOpenQuote || sights[at].shape == Shape::kOpenBracket))
    ++at;
  return at;
}

// The rules alone: a stop and no small letter after it; after an abbreviation a capital, unless a name must follow.
bool RuleSays(std::string_view text, const std::vector<Word>& words, const std::vector<WordSight>& sights,
              const Gap& gap, const WordForms& forms) {
  if (gap.kind != GapKind::kAfterStop) return false;
  const Shape opening = sights[PastOpening(sights, gap.next)].shape;
  const Shape stop = sights[gap.stop].shape;
  if (opening == Shape::kLower || opening == Shape::kMixed) return false;
  if (stop == Shape::kEllipsis) return OpensUpper(opening);
  if (IsStopShape(stop)) return true;
  // The stop is of an abbreviation or initial.
  std::string_view form = words[gap.stop].span.of(text);
  form.remove_suffix(1);
  const StopRule rule = forms.StopAfter(form);
  if (rule == StopRule::kTitle || rule == StopRule::kMiddle || stop == Shape::kInitial)
    return gap.closed && OpensUpper(opening);
  return (rule == StopRule::kInner && OpensUpper(opening) && form.size() > 2) || gap.closed;
}

uint32_t Bucket(size_t value) {
  if (value < 6) return static_cast<uint32_t>(value);
  if (value < 9) return 6;
  if (value < 14) return 7;
  if (value < 22) return 8;
  if (value < 35) return 9;
  return value < 60 ? 10 : 11;
}

}  // namespace

std::vector<WordSight> SeeWords(std::string_view text, const std::vector<Word>& words) {
  std::vector<WordSight> sights(words.size());
  bool even = true;  // straight double marks seen so far
  for (size_t i = 0; i < words.size(); ++i) {
    const std::string_view form = words[i].span.of(text);
    const char32_t first = CodePointAt(form, 0).value;
    const bool quote = IsDoubleQuote(first) || form == "''" || form == "``" ||
                       (IsSingleQuote(first) && CodePointAt(form, 0).bytes == form.size() && !words[i].inside_multi);
    WordSight& sight = sights[i];
    sight.form = HashFolded(form);
    sight.suffix = HashFolded(form.substr(form.size() - std::min<size_t>(form.size(), 3)));
    sight.size = static_cast<uint8_t>(std::min<size_t>(form.size(), 255));
    if (quote) {
      sight.shape = QuoteShape(text, words[i], first, even);
      if (first == '"') even = !even;
    } else {
      const bool word =
          IsWordCharacter(first) || (form.size() > 1 && IsWordCharacter(CodePointBefore(form, form.size()).value));
      sight.shape = word ? ShapeOfLetters(form) : ShapeOfMarks(form, first);
    }
  }
  return sights;
}

Gap LookAtGap(std::string_view text, const std::vector<Word>& words, const std::vector<WordSight>& sights, size_t next,
              const WordForms& forms) {
  Gap gap;
  gap.next = next;
  const Word& last = words[next - 1];
  const Shape opening = sights[next].shape;
  if (words[next].inside_multi || !MayOpen(opening)) return gap;
  const bool only_marks = next + 1 == words.size() || IsClosingShape(sights[next + 1].shape);
  if (opening == Shape::kOpenQuote && only_marks) return gap;  // it closes, whatever the white space says
  size_t stop = next - 1;
  while (stop > 0 && IsClosingShape(sights[stop].shape)) --stop;
  gap.closed = stop + 1 < next;
  gap.stop = stop;
  gap.stem = stop;
  const Shape shape = sights[stop].shape;
  if (IsStopShape(shape) ||
      ((shape == Shape::kAbbreviation || shape == Shape::kInitial) && text[words[stop].span.end - 1] == '.')) {
    gap.kind = GapKind::kAfterStop;
    if (IsStopShape(shape) && stop > 0) {
      gap.stem = stop - 1;
      while (gap.stem > 0 && IsClosingShape(sights[gap.stem].shape)) --gap.stem;
    }
    // Without white space only between a word's stop and a new capital: "monitors.The".
    const bool tight = !last.space_after;
    if (tight && !(IsStopShape(shape) &&
                   (OpensUpper(opening) || opening == Shape::kOpenQuote || opening == Shape::kOpenBracket))) {
      gap.kind = GapKind::kNone;
    }
  } else if (last.space_after && opening != Shape::kLower && sights[next - 1].shape != Shape::kOpenQuote &&
             sights[next - 1].shape != Shape::kOpenBracket) {
    gap.kind = GapKind::kUnmarked;
    gap.stop = next - 1;
    gap.stem = next - 1;
  }
  gap.rule = RuleSays(text, words, sights, gap, forms);
  return gap;
}

GapFeatures FeaturesOf(const std::vector<WordSight>& sights, const Gap& gap, const GapContext& context) {
  constexpr WordSight kNone;
  const auto sight = [&](size_t at, int move) -> const WordSight& {
    const auto to = static_cast<std::ptrdiff_t>(at) + move;
    return to < 0 || to >= static_cast<std::ptrdiff_t>(sights.size()) ? kNone : sights[static_cast<size_t>(to)];
  };
  const WordSight& w = sight(gap.stem, 0);
  const WordSight& p = sight(gap.stem, -1);
  const WordSight& q = sight(gap.stem, -2);
  const WordSight& stop = sight(gap.stop, 0);
  const WordSight& last = sight(gap.next, -1);
  const WordSight& n = sight(gap.next, 0);
  const WordSight& m = sight(gap.next, 1);
  const WordSight& o = sight(gap.next, 2);
  const auto shape = [](const WordSight& s) { return static_cast<uint32_t>(s.shape); };
  const uint32_t kind = static_cast<uint32_t>(gap.kind) * 2 + (gap.rule ? 1 : 0);
  const uint32_t mark =
      gap.kind == GapKind::kAfterStop ? Mix(stop.shape == Shape::kAbbreviation ? 1 : stop.form, 7) : 3;
  const uint32_t length = Bucket(gap.next - context.sentence_begin);
  const uint32_t ahead = Bucket(context.next_stop - std::min(context.next_stop, gap.next));
  const uint32_t size = sights.size() > 150 ? 3 : sights.size() > 50 ? 2 : sights.size() > 20 ? 1 : 0;
  const auto titled = static_cast<uint32_t>(context.letters == 0 ? 9 : context.capitals * 4 / context.letters);
  const uint32_t title_ahead = (n.shape == Shape::kTitle ? 1U : 0U) + (m.shape == Shape::kTitle ? 2U : 0U) +
                               (o.shape == Shape::kTitle ? 4U : 0U) +
                               (sight(gap.next, 3).shape == Shape::kTitle ? 8U : 0U);
  const uint32_t state = (context.brackets > 0 ? 1U : 0U) + (context.quoted ? 2U : 0U);

  GapFeatures features{};
  size_t count = 0;
  const auto add = [&](uint32_t a, uint32_t b = 0, uint32_t c = 0, uint32_t d = 0) {
    features[count] = Mix(Mix(Mix(Mix(Mix(static_cast<uint32_t>(count) + 1, kind), a), b), c), d);
    ++count;
  };
  add(0);
  add(mark, gap.closed ? last.form : 0);
  add(mark, shape(n), shape(m));
  add(shape(w), shape(n), mark);
  add(w.form, mark);
  add(n.form);
  add(n.form, shape(w), mark);
  add(m.form, shape(n));
  add(p.form, shape(w));
  add(w.form, shape(n), shape(m));
  add(w.form, n.form);
  add(n.form, m.form);
  add(p.form, w.form);
  add(shape(last), shape(n), gap.closed ? 1 : 0);
  add(last.form, shape(n));
  add(w.size, mark, shape(w));
  add(length, mark);
  add(length, shape(w), shape(n));
  add(ahead, mark);
  add(ahead, shape(n), shape(m));
  add(titled, title_ahead, length);
  add(titled, shape(n), shape(m), shape(w));
  add(state, mark, shape(n));
  add(size, mark);
  add(size, shape(n), shape(w));
  add(shape(p), shape(w), shape(n), shape(m));
  add(Mix(shape(q), shape(p)), shape(w), Mix(shape(n), shape(m)), shape(o));
  add(w.suffix, shape(n));
  add(n.suffix, shape(w));
  add(title_ahead, shape(w), mark);
  add(q.form, shape(n));
  add(o.form, shape(n));
  add(stop.form, shape(n), length);
  add(Mix(ahead, length), mark, size);
  return features;
}

}  // namespace rapporteur
