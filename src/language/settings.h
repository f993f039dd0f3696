// The settings of a model file (docs/model.md, section 2), typed and within limits.
//
// Plain data; deterministic.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace rapporteur {

// Widths and counts of the network.
struct NetworkShape {
  size_t width = 0;  // a multiple of 32, at most kMostWidth
  size_t convs = 0, recs = 0;
  size_t word_width = 0, vector_width = 0;
  size_t arc_width = 0, label_width = 0, label_pair = 0, mention_width = 0;
  size_t max_distance = 0;
  size_t words = 0, vectors = 0;  // without the row for unknown ones
  size_t upos = 0, xpos = 0, feats = 0, rels = 0, mentions = 0;
};

struct HashedFeature {
  enum class Part { kPrefix1, kPrefix3, kSuffix2, kSuffix3, kSuffix4, kShape };
  std::string name;
  Part part = Part::kShape;
  uint32_t seed = 0;
  uint32_t buckets = 1;
  size_t width = 0;
};

struct ModelSettings {
  std::string name, date;
  NetworkShape network;
  std::vector<HashedFeature> hashed;
  std::vector<std::string> upos, xpos, feats, rels, mentions;  // label inventories; a label's index is its position
  std::vector<std::string> cased;                              // XPOS tags whose lemma keeps its case
  std::string licences, scores;                                // as the file's JSON has them
};

// Errors: kFormat         no JSON, or a field is missing, of another type or beyond its limit (named with what was
// found)
//         kModelMismatch  a field has a value that this program does not know
Result<ModelSettings> ReadSettings(std::string_view json);

}  // namespace rapporteur
