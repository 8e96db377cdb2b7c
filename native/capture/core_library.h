#pragma once

#include <memory>
#include <string>
#include <vector>

#include "capture/dynamic_library.h"
#include "capture/libretro_abi.h"

namespace eevee {

/// Every function the host calls in a core: symbol without its `retro_` prefix, result, parameters.
#define EEVEE_CORE_FUNCTIONS(X)                              \
  X(api_version, unsigned, (void))                           \
  X(set_environment, void, (lr_environment_function))        \
  X(set_video_refresh, void, (lr_video_function))            \
  X(set_audio_sample, void, (lr_audio_sample_function))      \
  X(set_audio_sample_batch, void, (lr_audio_batch_function)) \
  X(set_input_poll, void, (lr_input_poll_function))          \
  X(set_input_state, void, (lr_input_state_function))        \
  X(init, void, (void))                                      \
  X(deinit, void, (void))                                    \
  X(get_system_info, void, (lr_system_info*))                \
  X(get_system_av_info, void, (lr_av_info*))                 \
  X(set_controller_port_device, void, (unsigned, unsigned))  \
  X(run, void, (void))                                       \
  X(serialize_size, size_t, (void))                          \
  X(serialize, bool, (void*, size_t))                        \
  X(unserialize, bool, (const void*, size_t))                \
  X(load_game, bool, (const lr_game_info*))                  \
  X(unload_game, void, (void))                               \
  X(get_memory_data, void*, (unsigned))                      \
  X(get_memory_size, size_t, (unsigned))

/// What a core says of itself before it is given a game.
struct CoreInfo {
  std::string path;
  std::string name;
  std::string version;
  std::vector<std::string> extensions;
  bool needs_full_path = false;
};

/// A libretro core, loaded and checked but not yet initialised.
class CoreLibrary {
 public:
  /// Loads the core at `path`. Throws `resource.core-missing`, `resource.core-architecture` or
  /// `resource.core-invalid` (no library, a symbol missing, another version of the interface).
  static std::unique_ptr<CoreLibrary> Open(const std::string& path);

  /// Asks the core for its name; allowed at any time, before `init` too.
  CoreInfo Info() const;

#define EEVEE_MEMBER(name, result, parameters) result(*name) parameters = nullptr;
  EEVEE_CORE_FUNCTIONS(EEVEE_MEMBER)
#undef EEVEE_MEMBER

 private:
  CoreLibrary(std::string path, std::unique_ptr<DynamicLibrary> library);
  std::string path_;
  std::unique_ptr<DynamicLibrary> library_;
};

}  // namespace eevee
