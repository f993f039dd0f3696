// Compiled with the flags of this instruction set (CMakeLists.txt); called only where the processor has it.
#include "language/kernels.h"

#if defined(__AVX2__)
#define RAPPORTEUR_KERNELS avx2
#define RAPPORTEUR_LANES 8
#define RAPPORTEUR_TILE_ROWS 4
#define RAPPORTEUR_TILE_REGISTERS 2
#include "language/kernels_vector.h"
#endif

namespace rapporteur {

const Kernels* Avx2Kernels() {
#if defined(__AVX2__)
  static constexpr Kernels kKernels = {"avx2", avx2::Multiply, avx2::MaxoutNorm, avx2::Norm, avx2::Recurrence};
  return &kKernels;
#else
  return nullptr;
#endif
}

}  // namespace rapporteur
