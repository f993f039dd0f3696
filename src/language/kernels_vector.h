// The body of the vector kernels. Included once by each of kernels_portable.cc, kernels_avx2.cc and kernels_avx512.cc,
// which define RAPPORTEUR_KERNELS (the namespace), RAPPORTEUR_LANES (floats in a register) and RAPPORTEUR_TILE_ROWS and
// RAPPORTEUR_TILE_REGISTERS (the tile of sums that the registers hold). Nothing of the standard library may be called
// here. NOLINTBEGIN(llvm-header-guard)
#include <cstddef>
#include <cstdint>

#include "language/kernels.h"

namespace rapporteur {
namespace RAPPORTEUR_KERNELS {
namespace {

constexpr size_t kLanes = RAPPORTEUR_LANES;
constexpr size_t kTileRows = RAPPORTEUR_TILE_ROWS;
constexpr size_t kTileRegisters = RAPPORTEUR_TILE_REGISTERS;
constexpr size_t kBlockInputs = 256;  // weights of one panel that stay in the first-level cache
constexpr size_t kBlockRows = 120;    // rows that stay in the second-level cache; a multiple of every kTileRows

using Vector = float __attribute__((vector_size(RAPPORTEUR_LANES * 4)));
using IntVector = int32_t __attribute__((vector_size(RAPPORTEUR_LANES * 4)));
// Addresses are only aligned as floats are.
inline Vector Load(const float* from) {
  Vector value;
  __builtin_memcpy(&value, from, sizeof(value));
  return value;
}
inline void Store(float* to, const Vector& value) { __builtin_memcpy(to, &value, sizeof(value)); }

// One tile: kRows rows by kTileRegisters registers of columns, over `inputs` inputs. Sums go on from c.
template <size_t kRows>
inline void Tile(const float* a, size_t a_stride, const float* panel, size_t inputs, float* c, size_t c_stride) {
  Vector sum[kRows][kTileRegisters];
  for (size_t r = 0; r < kRows; ++r) {
    for (size_t v = 0; v < kTileRegisters; ++v) sum[r][v] = Load(c + r * c_stride + v * kLanes);
  }
  for (size_t k = 0; k < inputs; ++k) {
    Vector weight[kTileRegisters];
    for (size_t v = 0; v < kTileRegisters; ++v) weight[v] = Load(panel + k * kPanelColumns + v * kLanes);
    for (size_t r = 0; r < kRows; ++r) {
      const float x = a[r * a_stride + k];
      for (size_t v = 0; v < kTileRegisters; ++v) sum[r][v] = sum[r][v] + x * weight[v];
    }
  }
  for (size_t r = 0; r < kRows; ++r) {
    for (size_t v = 0; v < kTileRegisters; ++v) Store(c + r * c_stride + v * kLanes, sum[r][v]);
  }
}

template <size_t kRows>
inline void TileColumns(const float* a, size_t a_stride, const float* panel, size_t inputs, float* c, size_t c_stride) {
  for (size_t column = 0; column < kPanelColumns; column += kTileRegisters * kLanes) {
    Tile<kRows>(a, a_stride, panel + column, inputs, c + column, c_stride);
  }
}

// A block of rows under one panel; c has room for the panel's 32 columns.
inline void PanelBlock(ConstRows a, const float* panel, size_t inputs, float* c, size_t c_stride) {
  size_t r = 0;
  for (; r + kTileRows <= a.count; r += kTileRows) {
    TileColumns<kTileRows>(a.data + r * a.stride, a.stride, panel, inputs, c + r * c_stride, c_stride);
  }
  for (; r < a.count; ++r) TileColumns<1>(a.data + r * a.stride, a.stride, panel, inputs, c + r * c_stride, c_stride);
}

inline void MultiplyPanel(ConstRows a, const PackedView& b, size_t p, float* c, size_t c_stride) {
  const float* bias = b.bias + p * kPanelColumns;
  for (size_t r = 0; r < a.count; ++r) {
    for (size_t j = 0; j < kPanelColumns; ++j) c[r * c_stride + j] = bias[j];
  }
  const float* panel = b.panels + p * kPanelColumns * b.inputs;
  for (size_t k = 0; k < b.inputs; k += kBlockInputs) {
    const size_t inputs = b.inputs - k < kBlockInputs ? b.inputs - k : kBlockInputs;
    PanelBlock({a.data + k, a.count, a.stride}, panel + k * kPanelColumns, inputs, c, c_stride);
  }
}

void Multiply(ConstRows a, const PackedView& b, Rows c) {
  alignas(64) float edge[kBlockRows * kPanelColumns];
  for (size_t r = 0; r < a.count; r += kBlockRows) {
    const size_t rows = a.count - r < kBlockRows ? a.count - r : kBlockRows;
    const ConstRows block = {a.data + r * a.stride, rows, a.stride};
    for (size_t p = 0; p * kPanelColumns < b.outputs; ++p) {
      float* to = c.data + r * c.stride + p * kPanelColumns;
      const size_t columns = b.outputs - p * kPanelColumns;
      if (columns >= kPanelColumns) {
        MultiplyPanel(block, b, p, to, c.stride);
        continue;
      }
      MultiplyPanel(block, b, p, edge, kPanelColumns);
      for (size_t i = 0; i < rows; ++i) {
        for (size_t j = 0; j < columns; ++j) to[i * c.stride + j] = edge[i * kPanelColumns + j];
      }
    }
  }
}

// Sum of a row in a fixed order: sixteen running sums, then halves added to halves.
inline float SumOfSixteen(const float* sums) {
  float s[16];
  for (size_t i = 0; i < 16; ++i) s[i] = sums[i];
  for (size_t half = 8; half > 0; half /= 2) {
    for (size_t i = 0; i < half; ++i) s[i] = s[i] + s[i + half];
  }
  return s[0];
}

inline void NormRow(const float* x, const NormView& norm, const float* residual, float* out) {
  constexpr size_t kRegisters = 16 / kLanes;
  alignas(64) float sums[16];
  Vector sum[kRegisters] = {};
  for (size_t k = 0; k < norm.width; k += 16) {
    for (size_t v = 0; v < kRegisters; ++v) sum[v] = sum[v] + Load(x + k + v * kLanes);
  }
  for (size_t v = 0; v < kRegisters; ++v) Store(sums + v * kLanes, sum[v]);
  const float mean = SumOfSixteen(sums) / static_cast<float>(norm.width);
  Vector square[kRegisters] = {};
  for (size_t k = 0; k < norm.width; k += 16) {
    for (size_t v = 0; v < kRegisters; ++v) {
      const Vector d = Load(x + k + v * kLanes) - mean;
      square[v] = square[v] + d * d;
    }
  }
  for (size_t v = 0; v < kRegisters; ++v) Store(sums + v * kLanes, square[v]);
  const float variance = SumOfSixteen(sums) / static_cast<float>(norm.width);
  const float scale = 1.0f / __builtin_sqrtf(variance + 1e-5f);
  for (size_t k = 0; k < norm.width; k += kLanes) {
    Vector y = (Load(x + k) - mean) * scale * Load(norm.gain + k) + Load(norm.bias + k);
    if (residual != nullptr) y = Load(residual + k) + y;
    Store(out + k, y);
  }
}

void MaxoutNorm(ConstRows u, const NormView& norm, const float* residual, float* out) {
  alignas(64) float row[kMostWidth];
  for (size_t r = 0; r < u.count; ++r) {
    const float* from = u.data + r * u.stride;
    for (size_t k = 0; k < norm.width; k += kLanes) {
      const Vector a = Load(from + k);
      const Vector b = Load(from + norm.width + k);
      Store(row + k, a > b ? a : b);
    }
    NormRow(row, norm, residual == nullptr ? nullptr : residual + r * norm.width, out + r * norm.width);
  }
}

void Norm(ConstRows x, const NormView& norm, float* out) {
  for (size_t r = 0; r < x.count; ++r) NormRow(x.data + r * x.stride, norm, nullptr, out + r * norm.width);
}

// 1 / (1 + e^-x), to 2 units in the last place; e^y as 2^n times a polynomial in the rest (Cephes' coefficients).
inline Vector Sigmoid(const Vector& x) {
  constexpr float kShift = 12582912.0f;  // 1.5 * 2^23: adding it rounds to a whole number
  const Vector zero = {};
  Vector y = zero - x;
  y = y < 80.0f ? y : zero + 80.0f;
  y = y > -80.0f ? y : zero - 80.0f;
  const Vector shifted = y * 1.44269504088896341f + kShift;
  const Vector n = shifted - kShift;
  const Vector r = (y - n * 0.693359375f) - n * -2.12194440e-4f;
  Vector p = zero + 1.9875691500e-4f;
  p = p * r + 1.3981999507e-3f;
  p = p * r + 8.3334519073e-3f;
  p = p * r + 4.1665795894e-2f;
  p = p * r + 1.6666665459e-1f;
  p = p * r + 5.0000001201e-1f;
  p = p * (r * r) + r + 1.0f;
  const IntVector exponent = (IntVector)shifted << 23;  // the low bits of `shifted` hold n
  const Vector e = (Vector)((IntVector)p + exponent);
  return 1.0f / (1.0f + e);
}

// One word's step in columns [begin, end); c is the state.
inline void Step(const float* u, size_t width, size_t begin, size_t end, float* c, float* x) {
  for (size_t k = begin; k < end; k += kLanes) {
    const Vector f = Sigmoid(Load(u + width + k));
    const Vector s = Sigmoid(Load(u + 2 * width + k));
    const Vector state = f * Load(c + k) + (1.0f - f) * Load(u + k);
    Store(c + k, state);
    Store(x + k, Load(x + k) + s * state);
  }
}

void Recurrence(ConstRows u, size_t width, float* x) {
  alignas(64) float c[kMostWidth];
  for (size_t k = 0; k < width; ++k) c[k] = 0.0f;
  for (size_t t = 0; t < u.count; ++t) Step(u.data + t * u.stride, width, 0, width / 2, c, x + t * width);
  for (size_t t = u.count; t-- > 0;) Step(u.data + t * u.stride, width, width / 2, width, c, x + t * width);
}

}  // namespace
}  // namespace RAPPORTEUR_KERNELS
}  // namespace rapporteur
// NOLINTEND(llvm-header-guard)
