#include "capture/core_library.h"

#include <filesystem>
#include <utility>

#include "base/files.h"
#include "base/problem.h"
#include "capture/elf_check.h"

namespace eevee {
namespace {

constexpr size_t kLargestCore = size_t{512} << 20;

// Debian and its children name the package after the file: mgba_libretro.so is in libretro-mgba.
std::string InstallCommand(const std::string& path) {
  const std::string stem = std::filesystem::path(path).stem().string();
  static const std::string kSuffix = "_libretro";
  if (!stem.ends_with(kSuffix)) return {};
  std::string name = stem.substr(0, stem.size() - kSuffix.size());
  for (char& letter : name) {
    if (letter == '_') letter = '-';
  }
  return "sudo apt-get install libretro-" + name;
}

std::vector<std::string> SplitExtensions(const char* text) {
  std::vector<std::string> extensions;
  std::string current;
  for (const char* at = text != nullptr ? text : ""; *at != '\0'; ++at) {
    if (*at != '|') {
      current += *at;
    } else if (!current.empty()) {
      extensions.push_back(std::exchange(current, {}));
    }
  }
  if (!current.empty()) extensions.push_back(current);
  return extensions;
}

}  // namespace

CoreLibrary::CoreLibrary(std::string path, std::unique_ptr<DynamicLibrary> library)
    : path_(std::move(path)), library_(std::move(library)) {}

std::unique_ptr<CoreLibrary> CoreLibrary::Open(const std::string& path) {
  const auto file = ReadWholeFile(path, kLargestCore);
  if (!file) {
    throw ProblemError({.code = "resource.core-missing",
                        .message = "There is no libretro core at " + path + ".",
                        .remedy = "Install the core, or give the path of one that you have.",
                        .value = path,
                        .tried = {path},
                        .command = InstallCommand(path)});
  }
  RequireLibraryOfThisMachine(path, *file);

  std::string why;
  auto library = DynamicLibrary::Open(path, why);
  if (!library) {
    throw ProblemError({.code = "resource.core-invalid",
                        .message = "The core " + path + " cannot be loaded: " + why + ".",
                        .remedy = "Install the core again together with the libraries it needs.",
                        .value = path,
                        .command = InstallCommand(path)});
  }

  std::unique_ptr<CoreLibrary> core(new CoreLibrary(path, std::move(library)));
  const auto find = [&](const char* symbol) {
    void* address = core->library_->Find(symbol);
    if (address != nullptr) return address;
    throw ProblemError({.code = "resource.core-invalid",
                        .message = path +
                                   " is a library but no libretro core: it has no function " +
                                   std::string(symbol) + ".",
                        .remedy = "Choose a libretro core; their files end in _libretro.so.",
                        .value = path});
  };
#define EEVEE_FIND(name, result, parameters) \
  core->name = reinterpret_cast<result(*) parameters>(find("retro_" #name));
  EEVEE_CORE_FUNCTIONS(EEVEE_FIND)
#undef EEVEE_FIND

  const unsigned version = core->api_version();
  if (version != LR_API_VERSION) {
    throw ProblemError({.code = "resource.core-invalid",
                        .message = path + " speaks version " + std::to_string(version) +
                                   " of the libretro interface; this program speaks version " +
                                   std::to_string(LR_API_VERSION) + ".",
                        .remedy = "Use a build of the core for version 1 of the interface.",
                        .value = std::to_string(version),
                        .allowed = {std::to_string(LR_API_VERSION)}});
  }
  return core;
}

CoreInfo CoreLibrary::Info() const {
  lr_system_info info{};
  get_system_info(&info);
  return {.path = path_,
          .name = info.name != nullptr ? info.name : "",
          .version = info.version != nullptr ? info.version : "",
          .extensions = SplitExtensions(info.extensions),
          .needs_full_path = info.needs_full_path};
}

}  // namespace eevee
