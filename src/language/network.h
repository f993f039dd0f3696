// The network (docs/model.md, section 5): from word types to labels, heads and relations.
//
// Immutable once read: any number of threads may call it at once, each with its own scratch. Deterministic: a
// sentence's answers do not depend on what else is in the batch, nor on the processor.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "language/eisner.h"
#include "language/gemm.h"
#include "language/settings.h"
#include "language/tensors.h"
#include "language/vocabulary.h"

namespace rapporteur {

// Indices into the settings' label inventories; the head is an index in the piece, -1 for the root.
struct WordAnswer {
  uint16_t upos = 0, xpos = 0, feats = 0, rel = 0, mention = 0;
  int32_t head = -1;
};

// What a thread's calls reuse; holds no result.
struct NetworkScratch {
  std::vector<float> x, next, wide, narrow, scores;
  PackedMatrix heads;
  EisnerDecoder decoder;
};

// Pieces of sentences packed end to end.
struct WordBatch {
  std::vector<uint32_t> starts = {0};  // where each piece begins, then the end; pieces of 1 to kMostPieceWords words
  std::vector<float> types;            // a row of the network's width for each word, from Embed
  size_t words() const { return starts.back(); }
};

class Network {
 public:
  // `section`: the file's tensors; it must outlive the network, whose embeddings stay there.
  // Errors: kFormat  a tensor is missing or not of the settings' shape, a label inventory lacks what it must have.
  static Result<Network> Read(const ModelSettings& settings, std::string_view section,
                              const Kernels& kernels = BestKernels());

  size_t width() const { return shape_.width; }

  // The part that depends on a word's type alone: one row of width() floats for each type.
  void Embed(std::span<const WordFeatures> types, NetworkScratch& scratch, float* rows) const;

  // One answer for each word of the batch.
  std::vector<WordAnswer> Answer(const WordBatch& batch, NetworkScratch& scratch) const;

 private:
  struct Norm {
    std::vector<float> gain, bias;
    NormView view() const { return {gain.data(), bias.data(), gain.size()}; }
  };
  struct Conv {
    PackedMatrix map;
    Norm norm;
  };
  struct Recurrent {
    Norm norm;
    PackedMatrix map;
  };
  class Reader;
  class Pass;

  const Kernels* kernels_ = nullptr;
  NetworkShape shape_;
  std::vector<Tensor> embeddings_;  // word, vector, hashed features in order
  size_t input_width_ = 0;
  PackedMatrix input_;
  Norm input_norm_;
  std::vector<Conv> convs_;
  std::vector<Recurrent> recs_;
  Norm out_norm_;
  // All maps that read the encoder's output, side by side: tags, arc_dep, arc_head, label_dep, label_head.
  PackedMatrix readers_;
  std::vector<float> root_arc_head_, root_label_head_;
  PackedMatrix arc_q_, label_out_, mention_, mention_out_;
  std::vector<float> distance_, mention_start_, mention_step_;
  size_t root_rel_ = 0;
};

}  // namespace rapporteur
