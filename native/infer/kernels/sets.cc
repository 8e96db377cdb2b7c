#include "infer/kernels/sets.h"

namespace eevee::infer {

const Kernels& KernelsFor(Isa isa) {
  switch (isa) {
#if defined(__x86_64__) || defined(_M_X64)
    case Isa::kAvx2:
    case Isa::kAvx512:  // Without VNNI, AVX-512 has no products of bytes that AVX2 lacks.
      return kAvx2Kernels;
    case Isa::kAvxVnni:
      return kAvxVnniKernels;
    case Isa::kAvx512Vnni:
      return kAvx512VnniKernels;
#elif defined(__aarch64__) || defined(_M_ARM64)
    case Isa::kNeon:
      return kNeonKernels;
    case Isa::kNeonDot:
      return kNeonDotKernels;
#endif
    default:
      return kScalarKernels;
  }
}

std::vector<const Kernels*> AvailableKernels() {
  std::vector<const Kernels*> sets = {&kScalarKernels};
  for (const Isa isa : {Isa::kAvx2, Isa::kAvxVnni, Isa::kAvx512Vnni, Isa::kNeon, Isa::kNeonDot}) {
    if (CpuHas(isa)) sets.push_back(&KernelsFor(isa));
  }
  return sets;
}

}  // namespace eevee::infer
