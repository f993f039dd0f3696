// A report's text in, its sentences, words and quotations out: the facade of the text layer.
//
// Immutable once created: any number of threads may call Segment() at once. Deterministic, linear in the text; working
// memory is bounded, and the answer takes at most about 16 bytes for each byte of text even when it is junk.
// Every character that is not white space (characters.h) belongs to exactly one word, every word to one sentence.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "text/boundary_model.h"
#include "text/report.h"
#include "text/word_forms.h"

namespace rapporteur {

// The views are read during Create() only.
struct SegmenterOptions {
  std::string_view weights = {};        // section "segment" of the model file; empty: rules alone
  std::string_view abbreviations = {};  // content of lexicon/abbreviations.tsv; empty: as built in
  uint64_t max_bytes = 1ULL << 30U;     // of a report's text
};

class Segmenter {
 public:
  // Errors: kLexicon        a line of `abbreviations` that breaks its rules (with its number)
  //         kModelMismatch  weights of another version
  //         kFormat         damaged weights
  static Result<Segmenter> Create(const SegmenterOptions& options = {});

  // Errors: kLimit  text longer than options.max_bytes (nothing is cut silently)
  Result<SegmentedReport> Segment(const ReportText& report) const;

 private:
  Segmenter() = default;

  std::shared_ptr<const WordForms> forms_;
  std::shared_ptr<const BoundaryModel> model_;  // null: rules alone
  uint64_t max_bytes_ = 0;
};

}  // namespace rapporteur
