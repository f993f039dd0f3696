// The numeric kernels of the network, each compiled for several instruction sets from one source.
//
// Deterministic, and more: every set gives the same bits. Each output is one fixed sequence of IEEE single operations:
// products are summed in the order of the inputs, and multiplication and addition stay two roundings (no FMA, no
// reassociation; the files are compiled with -ffp-contract=off). So a report gets the same tags on every machine, and
// the same in whatever batch it stands. On AMD's cores this costs nothing (adders stand beside multipliers), on Intel's
// up to half of the peak; FMA and int8 products were rejected for it.
//
// Plain structs only: this header is compiled with different flags into one program, where inline functions and
// templates of the standard library would be merged by the linker.
#pragma once

#include <cstddef>

namespace rapporteur {

// Outputs are packed in panels of so many columns.
inline constexpr size_t kPanelColumns = 32;

// Rows of floats: row r begins at data + r * stride.
struct ConstRows {
  const float* data;
  size_t count;
  size_t stride;
};
struct Rows {
  float* data;
  size_t stride;
};

// A packed matrix: panel p holds, for each input in turn, the weights of outputs [32p, 32p + 32), zero-padded; bias has
// 32 floats a panel.
struct PackedView {
  const float* panels;
  const float* bias;
  size_t inputs;
  size_t outputs;
};

struct NormView {
  const float* gain;
  const float* bias;
  size_t width;  // a multiple of 32
};

struct Kernels {
  const char* name;  // "portable", "avx2", "avx512"

  // c = a * b + bias; a has b.inputs columns, c has b.outputs. Rows are computed alike in whatever company.
  void (*multiply)(ConstRows a, const PackedView& b, Rows c);

  // out = residual + norm(max(u[:w], u[w:])), with w = norm.width; residual may be null (zero) or out itself.
  void (*maxout_norm)(ConstRows u, const NormView& norm, const float* residual, float* out);

  // out = norm(x); rows of norm.width.
  void (*norm)(ConstRows x, const NormView& norm, float* out);

  // One sentence: u has 3w columns (z | f | o); x += sigmoid(o) * c, where c = f c' + (1 - f) z with f a sigmoid, from
  // the left in columns below w/2, from the right in the others. w is a multiple of 32, at most kMostWidth.
  void (*recurrence)(ConstRows u, size_t width, float* x);
};

inline constexpr size_t kMostWidth = 1024;

// The plain reference: loops that a reader can check. Same bits as all others.
const Kernels& PlainKernels();
const Kernels& PortableKernels();
// Null when the program was not built for it (another processor family); only call through it when the processor has
// it.
const Kernels* Avx2Kernels();
const Kernels* Avx512Kernels();

}  // namespace rapporteur
