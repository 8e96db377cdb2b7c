// bare_loop <core> <rom> <folder> <hot frames> <paced frames>: the least that a program around a
// libretro core can do, retro_run with callbacks that look at nothing. Prints one JSON object of
// its times, in nanoseconds; benchmarks/native/measure-host.ts compares our host with them.
#include <dlfcn.h>

#include <chrono>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>

#include "base/clock.h"
#include "capture/libretro_abi.h"
#include "common/times.h"

namespace {

const char* folder = "";
uint64_t frame = 0;

/// The same buttons as the host gets: START and A in turns, a second each, none between.
uint16_t ButtonsNow() {
  const uint64_t second = frame / 60 % 4;
  if (second == 0) return 1u << LR_JOYPAD_START;
  return second == 2 ? 1u << LR_JOYPAD_A : 0;
}

bool Environment(unsigned command, void* data) {
  switch (command) {
    case LR_GET_CAN_DUPE:
    case LR_GET_INPUT_BITMASKS:
      if (data != nullptr) *static_cast<bool*>(data) = true;
      return true;
    case LR_SET_PIXEL_FORMAT:
      return true;
    case LR_GET_SYSTEM_DIRECTORY:
    case LR_GET_SAVE_DIRECTORY:
      *static_cast<const char**>(data) = folder;
      return true;
    default:
      return false;
  }
}

void Video(const void*, unsigned, unsigned, size_t) {}
void Sample(int16_t, int16_t) {}
size_t Samples(const int16_t*, size_t count) { return count; }
void Poll() {}
int16_t Input(unsigned port, unsigned device, unsigned, unsigned id) {
  if (port != 0 || device != LR_DEVICE_JOYPAD) return 0;
  const uint16_t held = ButtonsNow();
  if (id == LR_JOYPAD_MASK) return static_cast<int16_t>(held);
  return static_cast<int16_t>((held >> id) & 1);
}

template <typename Function>
Function Find(void* library, const char* name) {
  void* found = dlsym(library, name);
  if (found == nullptr) {
    std::fprintf(stderr, "bare_loop: the core has no %s\n", name);
    std::exit(1);
  }
  Function function;
  std::memcpy(&function, &found, sizeof function);
  return function;
}

template <typename Callback>
void Set(void* library, const char* name, Callback callback) {
  Find<void (*)(Callback)>(library, name)(callback);
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 6) {
    std::fprintf(stderr, "usage: bare_loop <core> <rom> <folder> <hot frames> <paced frames>\n");
    return 2;
  }
  folder = arguments[3];
  void* library = dlopen(arguments[1], RTLD_NOW | RTLD_LOCAL);
  std::ifstream file(arguments[2], std::ios::binary);
  const std::string rom{std::istreambuf_iterator<char>(file), {}};
  if (library == nullptr || rom.empty()) {
    std::fprintf(stderr, "bare_loop: core or ROM cannot be read\n");
    return 1;
  }
  Set(library, "retro_set_environment", Environment);
  Find<void (*)()>(library, "retro_init")();
  Set(library, "retro_set_video_refresh", Video);
  Set(library, "retro_set_audio_sample", Sample);
  Set(library, "retro_set_audio_sample_batch", Samples);
  Set(library, "retro_set_input_poll", Poll);
  Set(library, "retro_set_input_state", Input);
  const lr_game_info game{arguments[2], rom.data(), rom.size(), nullptr};
  if (!Find<bool (*)(const lr_game_info*)>(library, "retro_load_game")(&game)) return 1;
  const auto run = Find<void (*)()>(library, "retro_run");

  const auto timed = [&](int frames, bool paced) {
    std::vector<int64_t> times;
    auto next = std::chrono::steady_clock::now();
    for (int i = 0; i < frames; ++i, ++frame) {
      if (paced) {
        next += std::chrono::microseconds(16743);  // A Game Boy's 59.73 frames a second.
        std::this_thread::sleep_until(next);
      }
      const int64_t start = eevee::MonotonicNs();
      run();
      times.push_back(eevee::MonotonicNs() - start);
    }
    return times;
  };
  const int64_t start = eevee::MonotonicNs();
  auto hot = timed(std::atoi(arguments[4]), false);
  const int64_t took = eevee::MonotonicNs() - start;
  auto paced = timed(std::atoi(arguments[5]), true);
  std::printf("{\"hotNs\":%lld,", static_cast<long long>(took));
  eevee::bench::PrintTimes("hot", hot);
  std::printf(",");
  eevee::bench::PrintTimes("paced", paced);
  std::printf("}\n");
}
