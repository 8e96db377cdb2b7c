#pragma once

#include <vector>

#include "base/cpu.h"
#include "infer/kernels/kernels.h"

namespace eevee::infer {

extern const Kernels kScalarKernels;
#if defined(__x86_64__) || defined(_M_X64)
extern const Kernels kAvx2Kernels;
extern const Kernels kAvxVnniKernels;
extern const Kernels kAvx512VnniKernels;
#elif defined(__aarch64__) || defined(_M_ARM64)
extern const Kernels kNeonKernels;
extern const Kernels kNeonDotKernels;
#endif

/// The kernels that run where this instruction set was chosen.
const Kernels& KernelsFor(Isa isa);

/// All kernels that this computer can run; the scalar ones come first.
std::vector<const Kernels*> AvailableKernels();

}  // namespace eevee::infer
