#pragma once

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/problem.h"
#include "base/sha256.h"
#include "capture/battery.h"
#include "capture/core_library.h"
#include "capture/environment.h"
#include "capture/frame_source.h"
#include "capture/picture.h"

namespace eevee {

class SoundSink {
 public:
  virtual ~SoundSink() = default;
  /// Interleaved stereo samples.
  virtual void OnSamples(const int16_t* samples, size_t pairs) = 0;
};

/// Where a core's pictures and sound go, on the thread that runs the frame. OnPicture is never
/// called for a duplicate.
class CoreOutput : public PictureSink, public SoundSink {};

struct LoadOptions {
  struct SetupWrite {
    size_t address;
    std::vector<uint8_t> bytes;
  };
  std::string core;
  std::string rom;
  std::string system_dir;
  std::string save_dir;
  std::vector<SetupWrite> setup;
  std::map<std::string, std::string> options;
};

/// One libretro core with one game, on whatever thread calls: no threads and no clock of its own.
/// All calls must come from one thread, and there may be one LibretroHost in a process (see
/// process_marker.h), because libretro's callbacks carry no pointer to say whose they are.
class LibretroHost {
 public:
  /// Loads core and game and applies the setup. Throws `resource.core-*`, `resource.rom-*`,
  /// `resource.folder-read-only`, `configuration.invalid`.
  LibretroHost(const LoadOptions& options, CoreOutput& output);
  /// Unloads game and core.
  ~LibretroHost();
  LibretroHost(const LibretroHost&) = delete;
  LibretroHost& operator=(const LibretroHost&) = delete;

  /// Runs one frame with these buttons (our order) held. Throws `resource.core-invalid` where the
  /// core sent a picture larger than it declared or asked to be shut down.
  void RunFrame(uint16_t buttons);

  /// The core's state. Throws `resource.core-invalid` where the core cannot save.
  std::vector<uint8_t> Serialize() const;
  /// Throws `resource.state-broken` where the core refuses the bytes.
  void Unserialize(std::span<const uint8_t> state);

  Battery& battery() { return battery_.value(); }
  MemoryMap& memory() { return environment_.memory; }
  const CoreInfo& core_info() const { return core_info_; }
  const lr_av_info& av_info() const { return environment_.av_info; }
  const Sha256Digest& rom_hash() const { return rom_hash_; }

 private:
  struct Callbacks;
  void LoadGame(const LoadOptions& options);
  void RequireSaneAvInfo();
  void OnVideo(const void* pixels, unsigned width, unsigned height, size_t pitch);
  [[noreturn]] void ThrowCoreInvalid(const std::string& why) const;

  std::unique_ptr<CoreLibrary> core_;
  CoreInfo core_info_;
  Environment environment_;
  CoreOutput& output_;
  std::string rom_path_;
  std::vector<uint8_t> rom_;
  Sha256Digest rom_hash_{};
  std::optional<Battery> battery_;
  uint16_t joypad_ = 0;
  std::optional<std::string> misbehaviour_;
  bool initialised_ = false;
  bool game_loaded_ = false;

  void Unload();
};

}  // namespace eevee
