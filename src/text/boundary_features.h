// What a sentence boundary is decided on: the words around a gap between two words, as hashed features.
//
// Used alike when training (train/segment.py, through segment_features) and when running, so that both see the same.
// Deterministic on every machine: no std::hash. For sentences.cc.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "text/report.h"
#include "text/word_forms.h"

namespace rapporteur {

enum class Shape : uint8_t {
  kOutside,  // before the first word or after the last
  kLower,
  kTitle,  // Title, also McTitle
  kCapitals,
  kInitial,  // one capital, with a stop or without
  kMixed,
  kFigure,      // 1,000 and 3.5
  kFigureWord,  // 5th, A4
  kAbbreviation,
  kAddress,
  kStop,  // .
  kEllipsis,
  kAsks,  // ? ! and mixtures
  kComma,
  kColon,
  kSemicolon,
  kDash,
  kOpenQuote,
  kCloseQuote,
  kOpenBracket,
  kCloseBracket,
  kDrawn,  // a run of marks: ====
  kOther,
};

// One word as the boundary decision sees it.
struct WordSight {
  uint32_t form = 0;    // hash of the small letters
  uint32_t suffix = 0;  // of the last three bytes
  Shape shape = Shape::kOutside;
  uint8_t size = 0;  // bytes, at most 255
};

// Sights of the words of one paragraph. Quotation marks get a direction from the white space around them.
std::vector<WordSight> SeeWords(std::string_view text, const std::vector<Word>& words);

// A gap between words where a sentence may end.
enum class GapKind : uint8_t { kNone, kAfterStop, kUnmarked };

struct Gap {
  GapKind kind = GapKind::kNone;
  size_t stem = 0;      // the word before the stop and the closing marks
  size_t stop = 0;      // the stop itself, or the last word before the gap
  size_t next = 0;      // the word after the gap
  bool closed = false;  // closing marks stand between stop and gap
  bool rule = false;    // what the rules alone say
};

// The gap before words[next], `next` > 0.
Gap LookAtGap(std::string_view text, const std::vector<Word>& words, const std::vector<WordSight>& sights, size_t next,
              const WordForms& forms);

inline constexpr size_t kGapFeatures = 34;
using GapFeatures = std::array<uint32_t, kGapFeatures>;

struct GapContext {
  size_t sentence_begin = 0;  // the first word since the last boundary
  size_t next_stop = 0;       // the first . ? ! at or after the gap; the number of words when there is none
  size_t capitals = 0;        // capitalised words since the last boundary, and
  size_t letters = 0;         // words of letters since then
  int brackets = 0;           // open ones
  bool quoted = false;
};

// Full 32-bit hashes: the model takes as many bits of them as it has buckets.
GapFeatures FeaturesOf(const std::vector<WordSight>& sights, const Gap& gap, const GapContext& context);

}  // namespace rapporteur
