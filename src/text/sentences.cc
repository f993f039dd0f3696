#include "text/sentences.h"

#include <algorithm>

#include "text/characters.h"

namespace rapporteur {
namespace {

bool IsStopShape(Shape shape) { return shape == Shape::kStop || shape == Shape::kEllipsis || shape == Shape::kAsks; }

// How good a cut after a word is, when one must be made.
int CutRank(const std::vector<Word>& words, const std::vector<WordSight>& sights, size_t end) {
  if (words[end].inside_multi) return -1;
  switch (sights[end - 1].shape) {
    case Shape::kStop:
    case Shape::kAsks:
    case Shape::kEllipsis:
      return 4;
    case Shape::kSemicolon:
    case Shape::kColon:
    case Shape::kDrawn:
      return 3;
    case Shape::kComma:
    case Shape::kDash:
      return 2;
    default:
      return words[end - 1].space_after ? 1 : 0;
  }
}

// Cuts [begin, end) into pieces of at most kMaxSentenceWords, at the last of the best marks of the second half of each.
void CutLong(const std::vector<Word>& words, const std::vector<WordSight>& sights, size_t begin, size_t end,
             std::vector<size_t>* ends) {
  while (end - begin > kMaxSentenceWords) {
    size_t best = begin + kMaxSentenceWords;
    int rank = -1;
    for (size_t cut = begin + kMaxSentenceWords; cut > begin + kMaxSentenceWords / 2; --cut) {
      const int here = CutRank(words, sights, cut);
      if (here > rank) {
        rank = here;
        best = cut;
      }
    }
    ends->push_back(best);
    begin = best;
  }
  ends->push_back(end);
}

constexpr size_t kLongestHead = 60;       // words of headline, credit and day before a text without line breaks
constexpr size_t kRunTogetherWords = 80;  // a longer paragraph may be a whole document without its line breaks

// Gaps that are never a boundary, whatever the weights say: a small letter after an initial or abbreviation (E. coli),
// and without a stop after a lone list mark, after a bracketed insertion ("[Prime Minister] Modi"), or within a short
// run of capitalised words that a small letter follows: a name.
bool NeverEnds(const std::vector<WordSight>& sights, const Gap& gap, size_t begin) {
  const WordSight& last = sights[gap.next - 1];
  const WordSight& next = sights[gap.next];
  if (gap.kind == GapKind::kAfterStop) {
    const Shape stop = sights[gap.stop].shape;
    if (next.shape != Shape::kLower) return false;
    return gap.closed ? last.shape == Shape::kCloseQuote : stop == Shape::kInitial || stop == Shape::kAbbreviation;
  }
  const size_t length = gap.next - begin;
  if (last.shape == Shape::kColon && length > 8) return true;
  if (sights.size() > kRunTogetherWords) return false;
  if (length == 1 && (last.shape == Shape::kOther || last.shape == Shape::kDrawn)) return true;
  const bool lower_after = gap.next + 1 < sights.size() && sights[gap.next + 1].shape == Shape::kLower;
  if (last.shape == Shape::kCloseBracket && length <= 12)
    return lower_after && next.shape == Shape::kTitle && next.size > 3;
  return length <= 3 && last.shape == Shape::kTitle && next.shape == Shape::kTitle && next.size > 3 && lower_after;
}

// A stop before a list mark or an insertion ("[We] have"), which treebanks hardly hold: the rules know better.
bool SurelyEnds(std::string_view text, const std::vector<Word>& words, const Gap& gap) {
  const std::string_view next = words[gap.next].span.of(text);
  const bool insertion =
      next == "[" && gap.next + 1 < words.size() && IsLetter(CodePointAt(text, words[gap.next + 1].span.begin).value);
  return gap.rule && (insertion || next == "*" || next == "\u2022");
}

bool IsNumber(std::string_view word, size_t shortest, size_t longest) {
  return word.size() >= shortest && word.size() <= longest &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "… Monitor AFP Sunday 15 Oct 2017 Shelling on …": a day in full, without a preposition, ends the headline and credit
// that a text without line breaks opens with.
bool EndsWithDay(std::string_view text, const std::vector<Word>& words, const std::vector<WordSight>& sights,
                 const Gap& gap) {
  if (gap.next < 6 || sights[gap.next].shape == Shape::kLower) return false;
  const auto word = [&](size_t back) { return words[gap.next - back].span.of(text); };
  if (!IsNumber(word(1), 4, 4) || sights[gap.next - 2].shape != Shape::kTitle || !IsNumber(word(3), 1, 2)) return false;
  return word(4).ends_with("day") && sights[gap.next - 4].shape == Shape::kTitle &&
         sights[gap.next - 5].shape != Shape::kLower;
}

}  // namespace

void SentenceSplitter::Walk(std::string_view text, const std::vector<Word>& words, const std::vector<WordSight>& sights,
                            size_t begin, const Decide& decide) const {
  GapContext context;
  context.sentence_begin = begin;
  for (size_t next = begin; next < words.size(); ++next) {
    if (next > begin) {
      const Gap gap = LookAtGap(text, words, sights, next, forms_);
      if (gap.kind != GapKind::kNone) {
        context.next_stop = std::max(context.next_stop, next);
        while (context.next_stop < words.size() && !IsStopShape(sights[context.next_stop].shape)) ++context.next_stop;
        if (decide(gap, FeaturesOf(sights, gap, context))) {
          context.sentence_begin = next;
          context.capitals = context.letters = 0;
        }
      }
    }
    const WordSight& sight = sights[next];
    if (sight.shape == Shape::kOpenBracket) ++context.brackets;
    if (sight.shape == Shape::kCloseBracket && context.brackets > 0) --context.brackets;
    if (sight.shape == Shape::kOpenQuote) context.quoted = true;
    if (sight.shape == Shape::kCloseQuote) context.quoted = false;
    const bool capital =
        sight.shape == Shape::kTitle || sight.shape == Shape::kCapitals || sight.shape == Shape::kInitial;
    if (capital) ++context.capitals;
    if (capital || (sight.shape == Shape::kLower && sight.size > 3)) ++context.letters;
  }
}

SentenceEnds CutBlindly(const std::vector<Word>& words) {
  SentenceEnds out;
  for (size_t begin = 0; begin < words.size();) {
    size_t end = std::min(words.size(), begin + kMaxSentenceWords);
    while (end < words.size() && words[end].inside_multi) --end;
    out.ends.push_back(end);
    begin = end;
  }
  return out;
}

SentenceEnds SentenceSplitter::Split(std::string_view text, const std::vector<Word>& words, SegmentKind kind) const {
  SentenceEnds out;
  if (words.empty()) return out;
  const std::vector<WordSight> sights = SeeWords(text, words);
  size_t begin = 0;
  if (kind == SegmentKind::kProse) {
    out.dateline_words = DatelineWords(text, words, sights, forms_);
    begin = out.dateline_words;
    if (begin > 0) out.ends.push_back(begin);
  }
  const size_t first = begin;
  Walk(text, words, sights, first, [&](const Gap& gap, const GapFeatures& features) {
    // A title line ends where a stop ends it, and a credit line nowhere.
    if (kind == SegmentKind::kByline || (kind == SegmentKind::kHeadline && gap.kind != GapKind::kAfterStop))
      return false;
    const bool day = gap.next < kLongestHead && gap.kind == GapKind::kUnmarked && EndsWithDay(text, words, sights, gap);
    const bool ruled = model_ == nullptr || SurelyEnds(text, words, gap);
    const bool ends = day || (ruled ? gap.rule : !NeverEnds(sights, gap, begin) && model_->Ends(gap.kind, features));
    if (ends) {
      CutLong(words, sights, begin, gap.next, &out.ends);
      begin = gap.next;
    }
    return ends;
  });
  if (begin < words.size()) CutLong(words, sights, begin, words.size(), &out.ends);
  return out;
}

}  // namespace rapporteur
