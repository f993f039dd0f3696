// Dense single-precision matrices for inference: packing, and the choice of kernels for this processor.
//
// A PackedMatrix is immutable after Pack and may be shared by threads. Deterministic: every instruction set gives the
// same bits (kernels.h says why and at what cost).
#pragma once

#include <cstddef>
#include <vector>

#include "language/kernels.h"

namespace rapporteur {

// Weights of a linear map, laid out for the kernels.
class PackedMatrix {
 public:
  PackedMatrix() = default;

  // Row-major weights, `outputs` rows of `inputs` floats `stride` apart; bias of `outputs` floats, or null for zeros.
  void Pack(const float* weights, size_t stride, size_t inputs, size_t outputs, const float* bias);

  PackedView view() const { return {panels_.data(), bias_.data(), inputs_, outputs_}; }
  size_t inputs() const { return inputs_; }
  size_t outputs() const { return outputs_; }

 private:
  std::vector<float> panels_;
  std::vector<float> bias_;
  size_t inputs_ = 0;
  size_t outputs_ = 0;
};

// Whether this program and this processor have them.
bool HasAvx2();
bool HasAvx512();

// The fastest that this processor runs.
const Kernels& BestKernels();

}  // namespace rapporteur
