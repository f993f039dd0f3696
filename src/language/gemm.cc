#include "language/gemm.h"

namespace rapporteur {

void PackedMatrix::Pack(const float* weights, size_t stride, size_t inputs, size_t outputs, const float* bias) {
  const size_t panels = (outputs + kPanelColumns - 1) / kPanelColumns;
  inputs_ = inputs;
  outputs_ = outputs;
  panels_.assign(panels * kPanelColumns * inputs, 0.0f);
  bias_.assign(panels * kPanelColumns, 0.0f);
  for (size_t j = 0; j < outputs; ++j) {
    float* to = panels_.data() + j / kPanelColumns * kPanelColumns * inputs + j % kPanelColumns;
    const float* from = weights + j * stride;
    for (size_t k = 0; k < inputs; ++k) to[k * kPanelColumns] = from[k];
    if (bias != nullptr) bias_[j] = bias[j];
  }
}

bool HasAvx2() {
#if defined(__x86_64__)
  return Avx2Kernels() != nullptr && __builtin_cpu_supports("avx2") != 0;
#else
  return false;
#endif
}

bool HasAvx512() {
#if defined(__x86_64__)
  return Avx512Kernels() != nullptr && __builtin_cpu_supports("avx512f") != 0 &&
         __builtin_cpu_supports("avx512vl") != 0 && __builtin_cpu_supports("avx512bw") != 0 &&
         __builtin_cpu_supports("avx512dq") != 0;
#else
  return false;
#endif
}

const Kernels& BestKernels() {
  if (HasAvx512()) return *Avx512Kernels();
  if (HasAvx2()) return *Avx2Kernels();
  return PortableKernels();
}

}  // namespace rapporteur
