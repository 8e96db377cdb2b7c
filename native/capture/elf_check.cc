#include "capture/elf_check.h"

#include <cstring>
#include <optional>

#include "base/problem.h"

namespace eevee {
namespace {

// Offsets and numbers from the System V ABI, chapters "Object Files" and "Program Loading" (64-bit
// ELF).
constexpr size_t kHeaderBytes = 64;
constexpr size_t kProgramHeaderBytes = 56;
constexpr uint16_t kSharedObject = 3;
constexpr uint32_t kLoadSegment = 1;
constexpr uint32_t kDynamicSegment = 2;

#if defined(__x86_64__) || defined(_M_X64)
constexpr uint16_t kOwnMachine = 62;
#elif defined(__aarch64__) || defined(_M_ARM64)
constexpr uint16_t kOwnMachine = 183;
#else
#error "Add this machine's ELF number here."
#endif

std::string MachineName(uint16_t machine) {
  switch (machine) {
    case 3:
      return "x86 (32-bit)";
    case 8:
      return "MIPS";
    case 20:
      return "PowerPC";
    case 21:
      return "PowerPC 64";
    case 40:
      return "Arm (32-bit)";
    case 62:
      return "x86-64";
    case 183:
      return "Arm 64 (aarch64)";
    case 243:
      return "RISC-V";
    case 258:
      return "LoongArch";
    default:
      return "machine number " + std::to_string(machine);
  }
}

template <typename T>
T Read(std::span<const uint8_t> file, size_t offset) {
  T value;
  std::memcpy(&value, file.data() + offset, sizeof value);
  return value;
}

[[noreturn]] void ThrowInvalid(const std::string& path, const std::string& why) {
  throw ProblemError({.code = "resource.core-invalid",
                      .message = path + " is not a libretro core: " + why + ".",
                      .remedy = "Install the core again, or choose another file.",
                      .value = path});
}

[[noreturn]] void ThrowArchitecture(const std::string& path, const std::string& theirs) {
  throw ProblemError({.code = "resource.core-architecture",
                      .message = path + " was built for " + theirs + "; this computer runs " +
                                 MachineName(kOwnMachine) + ".",
                      .remedy = "Install the core's build for " + MachineName(kOwnMachine) + ".",
                      .value = theirs,
                      .allowed = {MachineName(kOwnMachine)}});
}

std::optional<std::string> OtherSystem(std::span<const uint8_t> file) {
  if (file.size() >= 2 && file[0] == 'M' && file[1] == 'Z') return "Windows";
  if (file.size() < 4) return std::nullopt;
  const auto magic = Read<uint32_t>(file, 0);
  const bool mach_o = magic == 0xFEEDFACFu || magic == 0xFEEDFACEu || magic == 0xBEBAFECAu;
  return mach_o ? std::optional<std::string>("macOS") : std::nullopt;
}

// The loader maps segments without looking at the file's size; touching a page past the end is a
// bus error.
void RequireSegmentsInside(const std::string& path, std::span<const uint8_t> file) {
  const auto table = Read<uint64_t>(file, 32);
  const auto entry_bytes = Read<uint16_t>(file, 54);
  const auto entries = Read<uint16_t>(file, 56);
  if (entry_bytes != kProgramHeaderBytes || entries == 0) ThrowInvalid(path, "no program headers");
  if (table > file.size() || (file.size() - table) / kProgramHeaderBytes < entries) {
    ThrowInvalid(path, "the file is cut short in its program headers");
  }
  bool loads = false;
  bool dynamic = false;
  for (size_t i = 0; i < entries; ++i) {
    const size_t at = static_cast<size_t>(table) + i * kProgramHeaderBytes;
    const auto type = Read<uint32_t>(file, at);
    const auto offset = Read<uint64_t>(file, at + 8);
    const auto bytes = Read<uint64_t>(file, at + 32);
    if (type != kLoadSegment && type != kDynamicSegment) continue;
    if (offset > file.size() || bytes > file.size() - offset) {
      ThrowInvalid(path, "the file is cut short: a segment ends beyond its " +
                             std::to_string(file.size()) + " bytes");
    }
    loads |= type == kLoadSegment;
    dynamic |= type == kDynamicSegment;
  }
  if (!loads || !dynamic) ThrowInvalid(path, "it has nothing that a program could load");
}

}  // namespace

void RequireLibraryOfThisMachine([[maybe_unused]] const std::string& path,
                                 [[maybe_unused]] std::span<const uint8_t> file) {
#if defined(_WIN32) || defined(__APPLE__)
  return;
#else
  static constexpr uint8_t kMagic[4] = {0x7F, 'E', 'L', 'F'};
  if (const auto system = OtherSystem(file)) ThrowArchitecture(path, *system);
  if (file.size() < 4 || std::memcmp(file.data(), kMagic, 4) != 0) {
    ThrowInvalid(path, "the file is no shared library (it does not begin like an ELF file)");
  }
  if (file.size() < 20) ThrowInvalid(path, "the file is cut short in its header");
  const auto machine = Read<uint16_t>(file, 18);
  if (file[5] != 1) ThrowArchitecture(path, "a big-endian machine");
  if (machine != kOwnMachine) ThrowArchitecture(path, MachineName(machine));
  if (file[4] != 2) ThrowArchitecture(path, MachineName(machine) + " in its 32-bit form");
  if (file.size() < kHeaderBytes) ThrowInvalid(path, "the file is cut short in its header");
  if (Read<uint16_t>(file, 16) != kSharedObject) {
    ThrowInvalid(path, "the file is a program or an object file, not a shared library");
  }
  RequireSegmentsInside(path, file);
#endif
}

}  // namespace eevee
