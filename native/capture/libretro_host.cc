#include "capture/libretro_host.h"

#include <atomic>
#include <cmath>
#include <cstdarg>
#include <cstdio>
#include <filesystem>

#include "base/files.h"
#include "capture/buttons.h"

namespace eevee {
namespace {

// The largest Game Boy Advance cartridge is 32 MiB.
constexpr size_t kLargestRom = size_t{64} << 20;
constexpr unsigned kLargestSide = 4096;

std::vector<uint8_t> ReadRom(const std::string& path) {
  auto rom = ReadWholeFile(path, kLargestRom);
  if (!rom) {
    throw ProblemError({.code = "resource.rom-missing",
                        .message = "There is no readable ROM at " + path + ".",
                        .remedy = "Give the path of a ROM file that you may read.",
                        .value = path,
                        .tried = {path}});
  }
  if (rom->empty()) {
    throw ProblemError({.code = "resource.rom-empty",
                        .message = "The ROM " + path + " is an empty file.",
                        .remedy = "Copy the ROM again; the copy lost its contents.",
                        .value = path});
  }
  if (rom->size() > kLargestRom) {
    throw ProblemError({.code = "resource.rom-too-large",
                        .message = "The ROM " + path +
                                   " is larger than 64 MiB; no cartridge of the "
                                   "Game Boy family is.",
                        .remedy = "Choose the ROM itself, not an archive or a disc image.",
                        .value = path});
  }
  return std::move(*rom);
}

// libretro's callbacks carry no user pointer. Atomic, because a core may log from threads of its
// own.
std::atomic<LibretroHost*> g_host{nullptr};

}  // namespace

// The functions a core calls. None lets an exception out: the core's frames in between are C.
struct LibretroHost::Callbacks {
  static LibretroHost* Host() { return g_host.load(std::memory_order_acquire); }

  static bool OnEnvironment(unsigned command, void* data) noexcept {
    LibretroHost* host = Host();
    return host != nullptr && host->environment_.Answer(command, data, &OnLog);
  }
  static void OnVideo(const void* pixels, unsigned width, unsigned height, size_t pitch) noexcept {
    if (LibretroHost* host = Host()) host->OnVideo(pixels, width, height, pitch);
  }
  static void OnSample(int16_t left, int16_t right) noexcept {
    const int16_t pair[2] = {left, right};
    if (LibretroHost* host = Host()) host->output_.OnSamples(pair, 1);
  }
  static size_t OnSamples(const int16_t* samples, size_t pairs) noexcept {
    LibretroHost* host = Host();
    if (host != nullptr && samples != nullptr) host->output_.OnSamples(samples, pairs);
    return pairs;
  }
  static void OnInputPoll() noexcept {}
  static int16_t OnInputState(unsigned port, unsigned device, unsigned, unsigned id) noexcept {
    const LibretroHost* host = Host();
    // The low byte of a device is its class; the rest numbers variants of it.
    if (host == nullptr || port != 0 || (device & 0xFF) != LR_DEVICE_JOYPAD) return 0;
    if (id == LR_JOYPAD_MASK) return static_cast<int16_t>(host->joypad_);
    return id < 16 ? static_cast<int16_t>(host->joypad_ >> id & 1) : int16_t{0};
  }
#if defined(__GNUC__)
  __attribute__((format(printf, 2, 3)))
#endif
  static void
  OnLog(int, const char* format, ...) noexcept {
    char line[256];
    va_list arguments;
    va_start(arguments, format);
    std::vsnprintf(line, sizeof line, format, arguments);
    va_end(arguments);
    if (LibretroHost* host = Host()) host->environment_.core_log.Add(line);
  }
};

LibretroHost::LibretroHost(const LoadOptions& options, CoreOutput& output)
    : core_(CoreLibrary::Open(options.core)),
      core_info_(core_->Info()),
      environment_(options.core, options.system_dir, options.save_dir,
                   CoreOptions(options.options)),
      output_(output),
      rom_path_(options.rom),
      rom_(ReadRom(options.rom)),
      rom_hash_(Sha256(rom_)) {
  MakeFolder(options.system_dir);
  MakeFolder(options.save_dir);
  g_host.store(this, std::memory_order_release);
  try {
    LoadGame(options);
  } catch (...) {
    Unload();
    throw;
  }
}

LibretroHost::~LibretroHost() { Unload(); }

void LibretroHost::LoadGame(const LoadOptions& options) {
  core_->set_environment(&Callbacks::OnEnvironment);
  core_->set_video_refresh(&Callbacks::OnVideo);
  core_->set_audio_sample(&Callbacks::OnSample);
  core_->set_audio_sample_batch(&Callbacks::OnSamples);
  core_->set_input_poll(&Callbacks::OnInputPoll);
  core_->set_input_state(&Callbacks::OnInputState);
  core_->init();
  initialised_ = true;

  // By address, so that what was hashed is what is played, whatever happens to the file meanwhile.
  const bool by_path = core_info_.needs_full_path;
  const lr_game_info game = {.path = rom_path_.c_str(),
                             .data = by_path ? nullptr : rom_.data(),
                             .size = by_path ? 0 : rom_.size(),
                             .meta = nullptr};
  if (!core_->load_game(&game)) {
    throw ProblemError({.code = "resource.rom-rejected",
                        .message = "The core " + core_info_.name + " refused the ROM " + rom_path_ +
                                   "." + environment_.core_log.Quote(),
                        .remedy = "Check that the file is a game for this core, and whole.",
                        .value = rom_path_,
                        .allowed = core_info_.extensions});
  }
  game_loaded_ = true;
  environment_.options.RequireChoicesKnown();
  RequireSaneAvInfo();
  core_->set_controller_port_device(0, LR_DEVICE_JOYPAD);

  if (environment_.memory.empty()) {
    environment_.memory.UseSystemRam(core_->get_memory_data(LR_MEMORY_SYSTEM_RAM),
                                     core_->get_memory_size(LR_MEMORY_SYSTEM_RAM));
  }
  const std::filesystem::path folder(options.save_dir);
  battery_.emplace(*core_, (folder / Hex(rom_hash_).substr(0, 16)).string());
  battery_->Load();
  for (size_t i = 0; i < options.setup.size(); ++i) {
    environment_.memory.Write(options.setup[i].address, options.setup[i].bytes,
                              "setup." + std::to_string(i) + ".address");
  }
}

void LibretroHost::RequireSaneAvInfo() {
  lr_av_info info{};
  core_->get_system_av_info(&info);
  const lr_geometry& size = info.geometry;
  const bool sane = size.base_width > 0 && size.base_height > 0 && size.max_width <= kLargestSide &&
                    size.max_height <= kLargestSide && size.max_width >= size.base_width &&
                    size.max_height >= size.base_height && std::isfinite(info.timing.fps) &&
                    info.timing.fps >= 1 && info.timing.fps <= 1000 &&
                    std::isfinite(info.timing.sample_rate);
  if (!sane) {
    ThrowCoreInvalid("declares a picture of " + std::to_string(size.base_width) + "×" +
                     std::to_string(size.base_height) + " (largest " +
                     std::to_string(size.max_width) + "×" + std::to_string(size.max_height) +
                     ") at " + std::to_string(info.timing.fps) + " frames a second");
  }
  environment_.UseAvInfo(info);
}

void LibretroHost::RunFrame(uint16_t buttons) {
  joypad_ = JoypadBits(buttons);
  core_->run();
  if (environment_.shutdown) ThrowCoreInvalid("asked to be shut down");
  if (misbehaviour_) ThrowCoreInvalid(*misbehaviour_);
}

void LibretroHost::OnVideo(const void* pixels, unsigned width, unsigned height, size_t pitch) {
  if (pixels == nullptr) return;
  const lr_geometry& limit = environment_.av_info.geometry;
  const size_t row = size_t{width} * BytesPerPixel(environment_.format);
  if (width == 0 || height == 0 || width > limit.max_width || height > limit.max_height ||
      pitch < row) {
    misbehaviour_ = "sent a picture of " + std::to_string(width) + "×" + std::to_string(height) +
                    " with rows of " + std::to_string(pitch) + " bytes, but declared at most " +
                    std::to_string(limit.max_width) + "×" + std::to_string(limit.max_height);
    return;
  }
  output_.OnPicture({.pixels = static_cast<const uint8_t*>(pixels),
                     .width = width,
                     .height = height,
                     .pitch = pitch,
                     .format = environment_.format});
}

std::vector<uint8_t> LibretroHost::Serialize() const {
  std::vector<uint8_t> state(core_->serialize_size());
  if (state.empty() || !core_->serialize(state.data(), state.size())) {
    ThrowCoreInvalid("cannot save its state");
  }
  return state;
}

void LibretroHost::Unserialize(std::span<const uint8_t> state) {
  if (core_->unserialize(state.data(), state.size())) return;
  throw ProblemError({.code = "resource.state-broken",
                      .message = "The core " + core_info_.name + " refused a state of " +
                                 std::to_string(state.size()) + " bytes." +
                                 environment_.core_log.Quote(),
                      .remedy = "Resume from another saved state."});
}

void LibretroHost::ThrowCoreInvalid(const std::string& why) const {
  throw ProblemError({.code = "resource.core-invalid",
                      .message = "The core " + core_info_.name + " (" + core_info_.path + ") " +
                                 why + "." + environment_.core_log.Quote(),
                      .remedy = "Try another version of the core, or another core.",
                      .value = core_info_.path});
}

void LibretroHost::Unload() {
  if (game_loaded_) core_->unload_game();
  if (initialised_) core_->deinit();
  game_loaded_ = false;
  initialised_ = false;
  // Closing the library may run the core's destructors, which may still log: nobody is listening
  // then.
  g_host.store(nullptr, std::memory_order_release);
  core_.reset();
}

}  // namespace eevee
