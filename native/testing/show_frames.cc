// A program with a window that plays a file of raw frames in it (capture/raw_frames.h), 60 times a
// second, at a whole factor, in the middle of black: a game in a window of any size, the same each
// time. For tests and benchmarks of window capture.
//
//   eevee_show_frames DISPLAY FILE WIDTH HEIGHT FACTOR
//
// It ends when its display does, or whoever started it.
#include <signal.h>
#include <sys/prctl.h>
#include <time.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <vector>

#include "base/problem.h"
#include "capture/raw_frames.h"
#include "capture/x11/display.h"
#include "capture/x11/shm_segment.h"
#include "testing/x_requests.h"

namespace eevee::x11 {
namespace {

constexpr int64_t kFrameNs = 1'000'000'000 / 60;

/// Draws each picture larger into memory that the server reads.
class Enlarger final : public PictureSink {
 public:
  Enlarger(uint32_t* to, uint32_t factor) : to_(to), factor_(factor) {}
  void OnPicture(const PictureView& picture) override {
    const size_t width = size_t{picture.width} * factor_;
    for (uint32_t y = 0; y < picture.height; ++y) {
      uint32_t* const row = to_ + y * factor_ * width;
      for (uint32_t x = 0; x < picture.width; ++x) {
        std::fill_n(row + size_t{x} * factor_, factor_, ColourAt(picture, x, y));
      }
      for (uint32_t again = 1; again < factor_; ++again) {
        std::memcpy(row + again * width, row, width * sizeof *row);
      }
    }
  }

 private:
  static uint32_t ColourAt(const PictureView& picture, uint32_t x, uint32_t y) {
    const size_t bytes = BytesPerPixel(picture.format);
    uint32_t word = 0;
    std::memcpy(&word, picture.pixels + y * picture.pitch + x * bytes, bytes);
    if (bytes == 4) return word & 0xFFFFFF;
    // The lower bits stay 0, so that whoever sees the window can tell the file's colours.
    if (picture.format == PixelFormat::kRgb565) {
      return (word & 0xF800) << 8 | (word & 0x07E0) << 5 | (word & 0x1F) << 3;
    }
    return (word & 0x7C00) << 9 | (word & 0x03E0) << 6 | (word & 0x1F) << 3;
  }

  uint32_t* to_;
  uint32_t factor_;
};

void SleepUntil(int64_t ns) {
  const timespec until = {.tv_sec = ns / 1'000'000'000, .tv_nsec = ns % 1'000'000'000};
  while (clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &until, nullptr) != 0) continue;
}

int64_t Now() {
  timespec now{};
  clock_gettime(CLOCK_MONOTONIC, &now);
  return int64_t{now.tv_sec} * 1'000'000'000 + now.tv_nsec;
}

void Show(const char* name, const char* file, uint16_t width, uint16_t height, uint16_t factor) {
  const auto frames = OpenRawFrames(file, true);
  const PictureSize game = frames->size();
  const auto shown_width = static_cast<uint16_t>(game.width * factor);
  const auto shown_height = static_cast<uint16_t>(game.height * factor);
  Display display(name);
  const uint32_t window = display.NewId();
  const uint32_t context = display.NewId();
  ShmSegment segment(display);
  if (shown_width > width || shown_height > height ||
      !segment.Reserve(size_t{shown_width} * shown_height * 4)) {
    std::fputs("The frames do not fit the window, or the display shares no memory.\n", stderr);
    std::exit(1);
  }
  // Made by us and only read by the server, the other way around than when pixels are captured.
  auto* const memory = reinterpret_cast<uint32_t*>(const_cast<uint8_t*>(segment.data()));
  Enlarger enlarger(memory, factor);
  const Message geometry = display.Ask(GetGeometry{.drawable = display.root()});
  display.Do(CreateWindow{.window = window,
                          .parent = display.root(),
                          .x = 0,
                          .y = 0,
                          .width = width,
                          .height = height,
                          .background = 0});
  display.Do(
      ChangeProperty{.window = window, .property = kAtomWmName, .text = {'g', 'a', 'm', 'e'}});
  display.Do(CreateContext{.context = context, .drawable = window});
  display.Do(MapWindow{.window = window});
  for (int64_t due = Now();; due = std::max(due + kFrameNs, Now())) {
    frames->Next(0, enlarger);
    // Answered when it is drawn: only then may the memory be drawn in again.
    if (!display.Do(ShmPutImage{.drawable = window,
                                .context = context,
                                .total_width = shown_width,
                                .total_height = shown_height,
                                .width = shown_width,
                                .height = shown_height,
                                .x = static_cast<int16_t>((width - shown_width) / 2),
                                .y = static_cast<int16_t>((height - shown_height) / 2),
                                .depth = geometry.At<uint8_t>(1),
                                .segment = segment.id()})) {
      return;
    }
    // Keys that arrive are not for us.
    while (display.NextEvent()) continue;
    SleepUntil(due + kFrameNs);
  }
}

}  // namespace
}  // namespace eevee::x11

int main(int count, char** arguments) {
  if (count != 6) {
    std::fputs("eevee_show_frames DISPLAY FILE WIDTH HEIGHT FACTOR\n", stderr);
    return 1;
  }
  prctl(PR_SET_PDEATHSIG, SIGTERM);
  const auto side = [&](int index) {
    return static_cast<uint16_t>(std::strtoul(arguments[index], nullptr, 10));
  };
  try {
    eevee::x11::Show(arguments[1], arguments[2], side(3), side(4), side(5));
  } catch (const eevee::ProblemError& error) {
    std::fprintf(stderr, "%s\n", error.problem().message.c_str());
    return 1;
  }
  return 0;
}
