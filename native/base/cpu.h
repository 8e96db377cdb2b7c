#pragma once

#include <string>

namespace eevee {

/// Instruction sets that kernels are written for. Each x86 one includes those named before it,
/// except that kAvx512 does not include kAvxVnni (server chips have the one, laptops the other).
enum class Isa {
  kScalar,      ///< plain C++, the reference
  kSse4,        ///< SSE4.1
  kAvx2,        ///< AVX2
  kAvxVnni,     ///< AVX2 and AVX-VNNI (VEX encoded)
  kAvx512,      ///< AVX-512 F, BW, DQ, VL
  kAvx512Vnni,  ///< the same and AVX512-VNNI
  kNeon,        ///< Arm Advanced SIMD, 64 bit
  kNeonDot,     ///< the same and the dot product instructions
};

/// `scalar`, `sse4`, `avx2`, `avxvnni`, `avx512`, `avx512vnni`, `neon`, `neondot`.
const char* IsaName(Isa isa);

/// Whether this processor and its operating system run that instruction set.
bool CpuHas(Isa isa);

/// The best instruction set of this machine, or the one named by the environment's EEVEE_ISA; a
/// module without kernels for it takes its best ones that it includes. Throws
/// `configuration.invalid` where EEVEE_ISA is not a name, or names what this machine lacks: a test
/// that asks for one must not quietly run another.
Isa ChosenIsa();

/// The processor's own name, such as "AMD EPYC"; "unknown" where it does not say.
std::string CpuName();

}  // namespace eevee
