// The learned part of sentence splitting: a linear classifier over hashed features, trained by train/segment.py.
//
// The weights are the section "segment" of the model file, little-endian:
//   bytes 0-3 "RSEG", 4-7 version (1), 8-11 bits b of the hash that are used, 12-15 scale (float),
//   16-19 threshold after a stop, 20-23 threshold where nothing marks the end (floats), then 2^b weights of one signed
//   byte.
// Immutable once read, thread-safe, the same answer on every machine (sums of integers).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "text/boundary_features.h"

namespace rapporteur {

class BoundaryModel {
 public:
  // Errors: kModelMismatch  another version (found and supported are shown); kFormat  damaged
  static Result<BoundaryModel> Parse(std::string_view bytes);

  // Whether a sentence ends at a gap of that kind.
  bool Ends(GapKind kind, const GapFeatures& features) const;

 private:
  uint32_t mask_ = 0;
  int32_t after_stop_ = 0;  // thresholds in units of the weights
  int32_t unmarked_ = 0;
  std::vector<int8_t> weights_;
};

}  // namespace rapporteur
