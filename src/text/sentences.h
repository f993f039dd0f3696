// Where the sentences of a paragraph end.
//
// Rules find the gaps where one may end and decide alone when there is no model; a small learned classifier decides
// otherwise. Closing marks belong to the sentence before them. A dateline is a sentence of its own. No sentence is
// longer than kMaxSentenceWords: one that would be is cut at its best mark. Thread-safe, deterministic, linear time.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>
#include <vector>

#include "text/boundary_features.h"
#include "text/boundary_model.h"
#include "text/report.h"
#include "text/word_forms.h"

namespace rapporteur {

inline constexpr size_t kMaxSentenceWords = 1000;

struct SentenceEnds {
  std::vector<size_t> ends;   // one past the last word of each sentence, rising; the last is the number of words
  size_t dateline_words = 0;  // the first sentence is a dateline of so many words; 0 when there is none
};

class SentenceSplitter {
 public:
  // Both must outlive the splitter; `model` may be null: rules alone.
  SentenceSplitter(const WordForms& forms, const BoundaryModel* model) : forms_(forms), model_(model) {}

  // `words` are those of one paragraph of `kind`. No words, no ends.
  SentenceEnds Split(std::string_view text, const std::vector<Word>& words, SegmentKind kind) const;

  // Asks `decide` at every gap where a sentence of prose may end, in order; its answers are the context of later gaps.
  using Decide = std::function<bool(const Gap&, const GapFeatures&)>;
  void Walk(std::string_view text, const std::vector<Word>& words, const std::vector<WordSight>& sights, size_t begin,
            const Decide& decide) const;

 private:
  const WordForms& forms_;
  const BoundaryModel* model_;
};

// Cuts at the cap alone, for junk that would fall into millions of sentences.
SentenceEnds CutBlindly(const std::vector<Word>& words);

// How many words the dateline at the head of a paragraph has, with its closing dash; 0 when there is none.
size_t DatelineWords(std::string_view text, const std::vector<Word>& words, const std::vector<WordSight>& sights,
                     const WordForms& forms);

}  // namespace rapporteur
