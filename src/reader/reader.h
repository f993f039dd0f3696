// Bytes of a report in, its record out: the whole pipeline behind one door, for the program, bindings and benchmarks.
//
// Immutable once opened: any number of threads may read at once. Deterministic: the same bytes, options, lexicon and
// model give the same record.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "coding/read_options.h"
#include "language/model.h"
#include "lexicon/lexicon.h"
#include "record/record.h"
#include "text/decode.h"
#include "text/segment.h"

namespace rapporteur {

struct ReaderOptions {
  std::string model;                 // path of the model file
  std::vector<std::string> lexicon;  // directories; the shipped one first, later lines replace earlier ones
};

// More words than any report has, some 12 MB of prose: what is longer is no report, and would take gigabytes to parse.
inline constexpr size_t kMostWords = 2'000'000;

// A report that was read. The parse points into the reader's model: it must not outlive the reader.
struct ReadReport {
  ParsedReport parsed;
  Record record;
};

class Reader {
 public:
  // Errors: kIo, kFormat, kModelMismatch, kLimit  the model (see LanguageModel::Open)
  //         kIo, kLexicon                         a lexicon directory (see Lexicon::Open)
  static Result<Reader> Open(const ReaderOptions& options);

  // A report without anything to record gives a record without items, not an error; so does an empty one.
  // Errors: kLimit  larger than decode.max_bytes, or more than kMostWords words
  Result<ReadReport> Read(std::string_view bytes, const ReadOptions& options, const DecodeOptions& decode = {}) const;

  // The first half of Read: words, tags, trees, names. Errors: as those of Read.
  Result<ParsedReport> Parse(std::string_view bytes, const DecodeOptions& decode = {}) const;

  const MadeBy& made_by() const { return made_by_; }
  const Lexicon& lexicon() const { return lexicon_; }

 private:
  Reader(std::shared_ptr<const LanguageModel> model, Lexicon lexicon, Segmenter segmenter, MadeBy made_by);

  std::shared_ptr<const LanguageModel> model_;
  Lexicon lexicon_;
  Segmenter segmenter_;
  MadeBy made_by_;
};

// The program's version: "0.1.0".
std::string_view ProgramVersion();

}  // namespace rapporteur
