// Four floats at a time: SSE2 on x86-64, NEON on ARM, plain code elsewhere.
#define RAPPORTEUR_KERNELS portable
#define RAPPORTEUR_LANES 4
#define RAPPORTEUR_TILE_ROWS 4
#define RAPPORTEUR_TILE_REGISTERS 2
#include "language/kernels_vector.h"

namespace rapporteur {

const Kernels& PortableKernels() {
  static constexpr Kernels kKernels = {"portable", portable::Multiply, portable::MaxoutNorm, portable::Norm,
                                       portable::Recurrence};
  return kKernels;
}

}  // namespace rapporteur
