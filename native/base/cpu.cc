#include "base/cpu.h"

#include <array>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <fstream>

#include "base/problem.h"

#if defined(__x86_64__) || defined(_M_X64)
#define EEVEE_X86 1
#ifdef _MSC_VER
#include <intrin.h>
#else
#include <cpuid.h>
#endif
#elif defined(__aarch64__) && defined(__linux__)
#include <sys/auxv.h>
#elif defined(_M_ARM64)
#include <windows.h>
#endif

namespace eevee {
namespace {

constexpr std::array kIsas = {Isa::kScalar, Isa::kSse4,       Isa::kAvx2, Isa::kAvxVnni,
                              Isa::kAvx512, Isa::kAvx512Vnni, Isa::kNeon, Isa::kNeonDot};

#ifdef EEVEE_X86
struct Registers {
  uint32_t eax = 0;
  uint32_t ebx = 0;
  uint32_t ecx = 0;
  uint32_t edx = 0;
};

Registers CpuId(uint32_t leaf, uint32_t subleaf = 0) {
  Registers r;
#ifdef _MSC_VER
  int out[4];
  __cpuidex(out, static_cast<int>(leaf), static_cast<int>(subleaf));
  std::memcpy(&r, out, sizeof r);
#else
  __cpuid_count(leaf, subleaf, r.eax, r.ebx, r.ecx, r.edx);
#endif
  return r;
}

/// Which registers the operating system saves; a processor's instructions without that are a trap.
uint64_t SavedRegisters() {
#ifdef _MSC_VER
  return _xgetbv(0);
#else
  uint32_t low = 0;
  uint32_t high = 0;
  __asm__("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
  return uint64_t{high} << 32 | low;
#endif
}

bool HasX86(Isa isa) {
  const auto bit = [](uint32_t word, int index) { return (word >> index & 1) != 0; };
  const uint32_t leaves = CpuId(0).eax;
  const Registers one = CpuId(1);
  const Registers seven = leaves >= 7 ? CpuId(7) : Registers{};
  const Registers seven_one = leaves >= 7 && seven.eax >= 1 ? CpuId(7, 1) : Registers{};
  const uint64_t saved = bit(one.ecx, 27) ? SavedRegisters() : 0;
  const bool sse4 = bit(one.ecx, 19) && bit(one.ecx, 9);
  const bool avx2 = sse4 && (saved & 0x06) == 0x06 && bit(one.ecx, 28) && bit(seven.ebx, 5);
  const bool avx512 = avx2 && (saved & 0xe6) == 0xe6 && bit(seven.ebx, 16) && bit(seven.ebx, 17) &&
                      bit(seven.ebx, 30) && bit(seven.ebx, 31);
  switch (isa) {
    case Isa::kSse4:
      return sse4;
    case Isa::kAvx2:
      return avx2;
    case Isa::kAvxVnni:
      return avx2 && bit(seven_one.eax, 4);
    case Isa::kAvx512:
      return avx512;
    case Isa::kAvx512Vnni:
      return avx512 && bit(seven.ecx, 11);
    default:
      return false;
  }
}
#endif

[[maybe_unused]] bool HasNeonDot() {
#if defined(__aarch64__) && defined(__linux__)
  return (getauxval(AT_HWCAP) >> 20 & 1) != 0;  // HWCAP_ASIMDDP
#elif defined(__aarch64__) && defined(__APPLE__)
  return true;  // Every Mac with an Arm chip.
#elif defined(_M_ARM64)
  return IsProcessorFeaturePresent(43) != 0;  // PF_ARM_V82_DP_INSTRUCTIONS_AVAILABLE
#else
  return false;
#endif
}

[[noreturn]] void Refuse(const std::string& value, const std::string& why) {
  Problem problem{
      .code = "configuration.invalid",
      .message = "EEVEE_ISA is \"" + value + "\", " + why,
      .remedy = "Unset EEVEE_ISA to use the best instruction set, or set an allowed one.",
      .field = "EEVEE_ISA",
      .value = value};
  for (const Isa isa : kIsas) {
    if (CpuHas(isa)) problem.allowed.emplace_back(IsaName(isa));
  }
  throw ProblemError(std::move(problem));
}

}  // namespace

const char* IsaName(Isa isa) {
  constexpr std::array kNames = {"scalar", "sse4",       "avx2", "avxvnni",
                                 "avx512", "avx512vnni", "neon", "neondot"};
  return kNames[static_cast<size_t>(isa)];
}

bool CpuHas(Isa isa) {
  if (isa == Isa::kScalar) return true;
#ifdef EEVEE_X86
  return HasX86(isa);
#elif defined(__aarch64__) || defined(_M_ARM64)
  return isa == Isa::kNeon || (isa == Isa::kNeonDot && HasNeonDot());
#else
  return false;
#endif
}

Isa ChosenIsa() {
  const char* const forced = std::getenv("EEVEE_ISA");
  Isa best = Isa::kScalar;
  for (const Isa isa : kIsas) {
    if (forced != nullptr && std::strcmp(forced, IsaName(isa)) == 0) {
      if (!CpuHas(isa)) Refuse(forced, "which this processor does not have.");
      return isa;
    }
    if (CpuHas(isa)) best = isa;
  }
  if (forced != nullptr && *forced != '\0')
    Refuse(forced, "which is no instruction set known here.");
  return best;
}

std::string CpuName() {
#ifdef EEVEE_X86
  if (CpuId(0x80000000u).eax < 0x80000004u) return "unknown";
  char name[49] = {};
  for (uint32_t i = 0; i < 3; ++i) {
    const Registers r = CpuId(0x80000002u + i);
    std::memcpy(name + 16 * i, &r, sizeof r);
  }
  const std::string text(name);
  const size_t from = text.find_first_not_of(' ');
  return from == std::string::npos ? "unknown"
                                   : text.substr(from, text.find_last_not_of(' ') - from + 1);
#else
  std::ifstream info("/proc/cpuinfo");
  for (std::string line; std::getline(info, line);) {
    const size_t colon = line.find(": ");
    if (line.starts_with("model name") && colon != std::string::npos) return line.substr(colon + 2);
  }
  return "unknown";
#endif
}

}  // namespace eevee
