#include "vision/kernels.h"

namespace eevee {

const Kernels& KernelsFor(Isa isa) {
  switch (isa) {
#if defined(__x86_64__) || defined(_M_X64)
    case Isa::kSse4:
      return kSse4Kernels;
    case Isa::kAvx2:
    case Isa::kAvxVnni:
      return kAvx2Kernels;
    case Isa::kAvx512:
    case Isa::kAvx512Vnni:
      return kAvx512Kernels;
#elif defined(__aarch64__) || defined(_M_ARM64)
    case Isa::kNeon:
    case Isa::kNeonDot:
      return kNeonKernels;
#endif
    default:
      return kScalarKernels;
  }
}

const Kernels& BestKernels() {
  static const Kernels& best = KernelsFor(ChosenIsa());
  return best;
}

}  // namespace eevee
