// Compiled with the flags of this instruction set (CMakeLists.txt); called only where the processor has it.
#include "language/kernels.h"

#if defined(__AVX512F__)
#define RAPPORTEUR_KERNELS avx512
#define RAPPORTEUR_LANES 16
#define RAPPORTEUR_TILE_ROWS 8
#define RAPPORTEUR_TILE_REGISTERS 2
#include "language/kernels_vector.h"
#endif

namespace rapporteur {

const Kernels* Avx512Kernels() {
#if defined(__AVX512F__)
  static constexpr Kernels kKernels = {"avx512", avx512::Multiply, avx512::MaxoutNorm, avx512::Norm,
                                       avx512::Recurrence};
  return &kKernels;
#else
  return nullptr;
#endif
}

}  // namespace rapporteur
