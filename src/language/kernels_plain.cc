// The reference that the vector kernels are tested against, bit for bit.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstring>

#include "language/kernels.h"

namespace rapporteur {
namespace {

void Multiply(ConstRows a, const PackedView& b, Rows c) {
  for (size_t r = 0; r < a.count; ++r) {
    for (size_t j = 0; j < b.outputs; ++j) {
      const float* panel = b.panels + j / kPanelColumns * kPanelColumns * b.inputs + j % kPanelColumns;
      float sum = b.bias[j];
      for (size_t k = 0; k < b.inputs; ++k) sum += a.data[r * a.stride + k] * panel[k * kPanelColumns];
      c.data[r * c.stride + j] = sum;
    }
  }
}

float Sum(std::array<float, 16> sums) {
  for (size_t half = 8; half > 0; half /= 2) {
    for (size_t i = 0; i < half; ++i) sums[i] += sums[i + half];
  }
  return sums[0];
}

void NormRow(const float* x, const NormView& norm, const float* residual, float* out) {
  const auto width = static_cast<float>(norm.width);
  std::array<float, 16> sums = {};
  for (size_t k = 0; k < norm.width; ++k) sums[k % 16] += x[k];
  const float mean = Sum(sums) / width;
  sums = {};
  for (size_t k = 0; k < norm.width; ++k) sums[k % 16] += (x[k] - mean) * (x[k] - mean);
  const float scale = 1.0f / std::sqrt(Sum(sums) / width + 1e-5f);
  for (size_t k = 0; k < norm.width; ++k) {
    const float y = (x[k] - mean) * scale * norm.gain[k] + norm.bias[k];
    out[k] = residual == nullptr ? y : residual[k] + y;
  }
}

void MaxoutNorm(ConstRows u, const NormView& norm, const float* residual, float* out) {
  std::array<float, kMostWidth> row = {};
  for (size_t r = 0; r < u.count; ++r) {
    const float* from = u.data + r * u.stride;
    for (size_t k = 0; k < norm.width; ++k) row[k] = from[k] > from[norm.width + k] ? from[k] : from[norm.width + k];
    NormRow(row.data(), norm, residual == nullptr ? nullptr : residual + r * norm.width, out + r * norm.width);
  }
}

void Norm(ConstRows x, const NormView& norm, float* out) {
  for (size_t r = 0; r < x.count; ++r) NormRow(x.data + r * x.stride, norm, nullptr, out + r * norm.width);
}

float Sigmoid(float x) {
  const float y = std::clamp(-x, -80.0f, 80.0f);
  const float n = std::nearbyint(y * 1.44269504088896341f);
  const float r = (y - n * 0.693359375f) - n * -2.12194440e-4f;
  float p = 1.9875691500e-4f;
  p = p * r + 1.3981999507e-3f;
  p = p * r + 8.3334519073e-3f;
  p = p * r + 4.1665795894e-2f;
  p = p * r + 1.6666665459e-1f;
  p = p * r + 5.0000001201e-1f;
  p = p * (r * r) + r + 1.0f;
  return 1.0f / (1.0f + std::ldexp(p, static_cast<int>(n)));
}

void Step(const float* u, size_t width, size_t k, float* c, float* x) {
  const float f = Sigmoid(u[width + k]);
  *c = f * *c + (1.0f - f) * u[k];
  x[k] += Sigmoid(u[2 * width + k]) * *c;
}

void Recurrence(ConstRows u, size_t width, float* x) {
  for (size_t k = 0; k < width; ++k) {
    float c = 0.0f;
    for (size_t i = 0; i < u.count; ++i) {
      const size_t t = k < width / 2 ? i : u.count - 1 - i;
      Step(u.data + t * u.stride, width, k, &c, x + t * width);
    }
  }
}

}  // namespace

const Kernels& PlainKernels() {
  static constexpr Kernels kKernels = {"plain", Multiply, MaxoutNorm, Norm, Recurrence};
  return kKernels;
}

}  // namespace rapporteur
