// How well a parse agrees with a gold one of the same words.
//
// Deterministic and stateless.
#pragma once

#include <cstddef>
#include <string>

#include "base/result.h"
#include "language/conllu.h"
#include "language/parsed_report.h"

namespace rapporteur {

// Counts of words that agree. LAS leaves relation subtypes out; `labelled` wants them.
struct Agreement {
  size_t words = 0, upos = 0, xpos = 0, feats = 0, lemma = 0, uas = 0, las = 0, labelled = 0;
  size_t gold_mentions = 0, found_mentions = 0, same_mentions = 0, same_spans = 0;
};

// The gold report's words as a segmentation, to be parsed again.
SegmentedReport SegmentationOf(const ParsedReport& gold);

// Errors: kUsage  the two have not the same words
Result<Agreement> Compare(const ParsedReport& gold, const ParsedReport& found);

// One line: percentages with two decimals; F1 of mentions, typed and untyped, when the gold has any.
std::string Describe(const Agreement& agreement);

}  // namespace rapporteur
