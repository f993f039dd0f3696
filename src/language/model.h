// The language model: reads the words of a report and says what they are, how they hang together and what is named.
//
// Immutable once opened: any number of threads may call Parse at once on one model. Deterministic: the same report and
// model file give the same answers, on every processor, alone or among others, first or last.
#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "language/lemma.h"
#include "language/model_file.h"
#include "language/network.h"
#include "language/parsed_report.h"
#include "language/settings.h"
#include "language/type_cache.h"
#include "language/vocabulary.h"
#include "text/report.h"

namespace rapporteur {

struct ModelOptions {
  const Kernels* kernels = nullptr;  // null: the fastest that this processor runs
  size_t batch_words = 512;          // sentences are packed until they have so many words
  size_t cached_types = 16384;       // word types whose input is remembered: about 1 KB each at width 224
};

class LanguageModel {
 public:
  // Reads the file and runs its self-test sentences.
  // Errors: kIo            missing or unreadable
  //         kFormat        not a model file, cut short, damaged, or with parts that do not fit each other
  //         kModelMismatch another format version, or answers that differ from those when the file was made (both are
  //         shown) kLimit         larger than kMostModelBytes
  static Result<std::shared_ptr<const LanguageModel>> Open(const std::string& path, const ModelOptions& options = {});

  // The same from bytes; `name` is what messages call them.
  static Result<std::shared_ptr<const LanguageModel>> FromBytes(std::string bytes, const std::string& name,
                                                                const ModelOptions& options = {});

  // The report with every word's answers; sentences, words and quotations are as given, in order. A sentence of more
  // than kMostPieceWords words is read in pieces; the root of each further piece hangs as parataxis on that of the
  // first. Xpos and feats of the words point into this model. Errors: kUsage  a sentence or word reaches beyond the
  // text
  Result<ParsedReport> Parse(ReportText text, SegmentedReport segmented) const;

  const ModelSettings& settings() const { return settings_; }

  // SHA-256 of the whole file, in hexadecimal.
  const std::string& hash() const { return hash_; }

  // The raw bytes of one of the file's sections ("segment"), none if it lacks it; valid as long as the model.
  std::optional<std::string_view> Section(std::string_view name) const { return file_.Section(name); }

 private:
  struct MentionLabel {
    enum class Part { kOutside, kBegin, kInside } part;
    MentionType type;
  };
  // A stretch of at most kMostPieceWords words of one sentence.
  struct Piece {
    size_t sentence, first, count;
  };
  class Scratch;

  LanguageModel(ModelFile file, const ModelOptions& options);

  Status Read();
  Status ReadLabels();
  std::vector<WordAnswer> Answer(const std::vector<std::string_view>& forms, std::vector<uint32_t> starts) const;
  void FillTypes(const std::vector<std::string_view>& forms, WordBatch& batch, NetworkScratch& scratch) const;
  void FillBatch(ParsedReport& report, std::span<const Piece> pieces) const;
  void FillPiece(ParsedSentence& sentence, const Piece& piece, const WordAnswer* answers) const;

  ModelFile file_;
  ModelOptions options_;
  std::string hash_;
  ModelSettings settings_;
  std::optional<Vocabulary> vocabulary_;
  std::optional<Lemmatizer> lemmatizer_;
  std::optional<Network> network_;
  std::vector<Upos> upos_;
  std::vector<Rel> rels_;
  std::vector<MentionLabel> mentions_;

  // Neither shows in a result: remembered inputs, and buffers that threads take turns with.
  mutable std::unique_ptr<TypeCache> cache_;
  mutable std::mutex idle_mutex_;
  mutable std::vector<std::unique_ptr<NetworkScratch>> idle_;
};

}  // namespace rapporteur
