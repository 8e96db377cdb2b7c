#include "capture/process_marker.h"

#include <atomic>
#include <string>

#include "base/problem.h"

#ifdef _WIN32
#include <windows.h>
#else
#include <dlfcn.h>
// The one symbol that our libraries export besides Node-API's own: a flag, and nothing of a game.
extern "C" __attribute__((visibility("default"))) std::atomic<int> eevee_core_marker;
std::atomic<int> eevee_core_marker{0};
#endif

namespace eevee {
namespace {

#ifdef _WIN32

HANDLE g_mutex = nullptr;

bool TryClaim() {
  const std::string name = "Local\\eevee-core-" + std::to_string(GetCurrentProcessId());
  HANDLE mutex = CreateMutexA(nullptr, FALSE, name.c_str());
  if (mutex == nullptr) return false;
  if (GetLastError() == ERROR_ALREADY_EXISTS) {
    CloseHandle(mutex);
    return false;
  }
  g_mutex = mutex;
  return true;
}

void Release() { CloseHandle(g_mutex); }

#else

// Node loads each addon with its symbols local, so each has its own flag. Loading ourselves once
// more with RTLD_GLOBAL publishes the symbol, and the global scope then gives every addon the flag
// of whichever published first: the order is the loader's, under its lock. An environment variable
// would be inherited by children and setenv races with getenv; a lock file outlives a crash.
std::atomic<int>& SharedMarker() {
  Dl_info self{};
  if (dladdr(&eevee_core_marker, &self) != 0 && self.dli_fname != nullptr) {
    (void)dlopen(self.dli_fname, RTLD_NOLOAD | RTLD_LAZY | RTLD_GLOBAL);
  }
  void* shared = dlsym(RTLD_DEFAULT, "eevee_core_marker");
  return shared != nullptr ? *static_cast<std::atomic<int>*>(shared) : eevee_core_marker;
}

bool TryClaim() {
  int free = 0;
  return SharedMarker().compare_exchange_strong(free, 1);
}

void Release() { SharedMarker().store(0); }

#endif

}  // namespace

std::unique_ptr<ProcessMarker> ProcessMarker::Claim() {
  if (!TryClaim()) {
    throw ProblemError(
        {.code = "resource.core-busy",
         .message = "This process runs a core already; a libretro core keeps its state in "
                    "globals, so a process holds one at a time.",
         .remedy = "Close the host that is open, or open the other one in a process of "
                   "its own."});
  }
  return std::unique_ptr<ProcessMarker>(new ProcessMarker());
}

ProcessMarker::~ProcessMarker() { Release(); }

}  // namespace eevee
