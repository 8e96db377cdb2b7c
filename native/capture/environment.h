#pragma once

#include <string>

#include "capture/core_log.h"
#include "capture/core_options.h"
#include "capture/libretro_abi.h"
#include "capture/memory_map.h"
#include "capture/picture.h"

namespace eevee {

/// Everything a core may ask of, or tell, its host. One answer a command; what is not listed in the
/// answer table is refused, which libretro cores take as "this host does not have that".
class Environment {
 public:
  Environment(std::string core_path, std::string system_dir, std::string save_dir,
              CoreOptions core_options)
      : options(std::move(core_options)),
        core_path_(std::move(core_path)),
        system_dir_(std::move(system_dir)),
        save_dir_(std::move(save_dir)) {}

  /// The environment callback; `log` is what cores get for their log lines.
  bool Answer(unsigned command, void* data, lr_log_function log);

  /// After loading: the core's picture and rates, and from now on its largest picture.
  void UseAvInfo(const lr_av_info& info) {
    av_info = info;
    loaded_ = true;
  }

  CoreOptions options;
  CoreLog core_log;
  MemoryMap memory;
  lr_av_info av_info{};
  /// libretro's default where a core sets none.
  PixelFormat format = PixelFormat::k0Rgb1555;
  /// The core asked to be shut down.
  bool shutdown = false;

 private:
  bool SetAvInfo(const lr_av_info& info);
  bool SetGeometry(const lr_geometry& geometry);

  std::string core_path_;
  std::string system_dir_;
  std::string save_dir_;
  bool loaded_ = false;
};

}  // namespace eevee
