#include "capture/elf_check.h"

#include <random>

#include "base/files.h"
#include "capture/core_library.h"
#include "testing/test.h"

namespace eevee {
namespace {

std::vector<uint8_t> WholeCore() {
  return ReadWholeFile(testing::cores_folder + "/synthetic_libretro.so", size_t{1} << 24).value();
}

std::string CodeOf(const std::vector<uint8_t>& file) {
  try {
    RequireLibraryOfThisMachine("core.so", file);
    return "";
  } catch (const ProblemError& error) {
    return error.problem().code;
  }
}

TEST(a_whole_core_passes) { CHECK_EQ(CodeOf(WholeCore()), ""); }

TEST(other_machines_are_named) {
  auto file = WholeCore();
  file[18] = 243;
  file[19] = 0;
  const Problem problem = PROBLEM_OF(RequireLibraryOfThisMachine("core.so", file));
  CHECK_EQ(problem.code, "resource.core-architecture");
  CHECK_EQ(problem.value, "RISC-V");
  CHECK(problem.message.find(problem.allowed.at(0)) != std::string::npos);

  file = WholeCore();
  file[4] = 1;
  CHECK_EQ(CodeOf(file), "resource.core-architecture");
  file = WholeCore();
  file[5] = 2;
  CHECK_EQ(CodeOf(file), "resource.core-architecture");
  CHECK_EQ(CodeOf({'M', 'Z', 0, 0}), "resource.core-architecture");
  CHECK_EQ(CodeOf({0xCF, 0xFA, 0xED, 0xFE}), "resource.core-architecture");
}

TEST(what_is_no_library_is_refused) {
  CHECK_EQ(CodeOf({}), "resource.core-invalid");
  CHECK_EQ(CodeOf({'h', 'e', 'l', 'l', 'o'}), "resource.core-invalid");
  auto program = WholeCore();
  program[16] = 2;
  CHECK_EQ(CodeOf(program), "resource.core-invalid");
}

TEST(a_truncated_core_is_refused_before_the_loader_sees_it) {
  const auto whole = WholeCore();
  for (size_t size = 0; size < whole.size() / 2; size += size < 1024 ? 1 : 97) {
    CHECK_EQ(CodeOf({whole.begin(), whole.begin() + static_cast<long>(size)}),
             "resource.core-invalid");
  }
}

TEST(mangled_headers_give_a_typed_error_or_pass) {
  const auto whole = WholeCore();
  std::mt19937 random(20261121);
  for (int round = 0; round < 20000; ++round) {
    auto file = whole;
    file.resize(1024 + random() % 4096);
    const int changes = 1 + static_cast<int>(random() % 8);
    for (int i = 0; i < changes; ++i) file[random() % 640] = static_cast<uint8_t>(random());
    const std::string code = CodeOf(file);
    CHECK(code.empty() || code == "resource.core-invalid" || code == "resource.core-architecture");
  }
}

TEST(libraries_that_are_no_cores_are_named) {
  const std::string folder = testing::cores_folder;
  const Problem missing = PROBLEM_OF(CoreLibrary::Open(folder + "/mgba_libretro.so"));
  CHECK_EQ(missing.code, "resource.core-missing");
  CHECK_EQ(missing.command, "sudo apt-get install libretro-mgba");
  const Problem no_core = PROBLEM_OF(CoreLibrary::Open(folder + "/not_a_core_libretro.so"));
  CHECK_EQ(no_core.code, "resource.core-invalid");
  CHECK(no_core.message.find("retro_api_version") != std::string::npos);
  const Problem version = PROBLEM_OF(CoreLibrary::Open(folder + "/wrong_abi_libretro.so"));
  CHECK_EQ(version.code, "resource.core-invalid");
  CHECK_EQ(version.value, "99");
  const auto core = CoreLibrary::Open(folder + "/synthetic_libretro.so");
  CHECK_EQ(core->Info().name, "synthetic");
  CHECK_EQ(core->Info().extensions.size(), 2u);
}

}  // namespace
}  // namespace eevee
