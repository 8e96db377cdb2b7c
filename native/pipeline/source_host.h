#pragma once

#include <array>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "base/problem.h"
#include "capture/frame_source.h"
#include "capture/placement.h"
#include "pipeline/frame_thread.h"
#include "pipeline/histogram.h"

namespace eevee {

struct EyesModel;

/// Any FrameSource on a frame thread of its own: what `Host` is for libretro cores, with the verbs
/// that make sense for a window or a recording. Its pictures are the game's, cropped and un-scaled,
/// in the same ring, with what the eyes say of them in the same slot. All verbs are for one
/// caller's thread; they throw `session.ended` after Close, and what broke the source from then on
/// (`resource.window-gone`).
class SourceHost {
 public:
  struct Options {
    /// Opens the source, on the frame thread, where it then lives.
    std::function<std::unique_ptr<FrameSource>()> open;
    /// What the source is, for messages: "the display :0".
    std::string name;
    /// Size of the game's picture.
    PictureSize game{160, 144};
    /// Where the game's picture is; empty: it is looked for.
    std::optional<Placement> placement;
    /// How many black pictures in a row are replaced by the last good one.
    uint32_t hold_black_frames = 3;
    /// How long one frame may take.
    std::chrono::milliseconds hang_timeout{1000};
  };
  /// kPath is a frame's whole way on the frame thread, from asking the source to the observation.
  /// kAge is no part of it: how long ago the picture was taken when its observation could be read.
  /// A window's picture is as old as the look that fetched it, from before the asking; it grows
  /// with every look that finds nothing new. What lies before (up to one refresh of the program)
  /// cannot be seen from here, so the true age is never below what is claimed.
  /// kWork is the processor time of kPath: a path that took long without it was the machine's
  /// pause, or a wait for the X server, not ours.
  enum Stage { kLate, kCapture, kPreprocess, kPublish, kInfer, kPath, kAge, kWork, kStages };
  struct Metrics {
    uint64_t frames = 0;
    /// Frames at which the source had nothing new to show.
    uint64_t nothing_new = 0;
    uint64_t black_frames = 0;
    uint64_t held_frames = 0;
    uint64_t late_frames = 0;
    /// Since the clock was started: looks at a window that were due and did not happen in their
    /// time, so that what was shown meanwhile was never seen. A look that is made up for later
    /// catches up the count of frames, not the picture.
    uint64_t lost_frames = 0;
    double drift_frames = 0;
    /// Since the newest picture was taken; negative before the first.
    double age_ms = -1;
    bool ended = false;
    PictureSize source;
    Placement placement;
    /// How often the placement was looked for, which takes milliseconds.
    uint64_t placement_searches = 0;
    std::array<Histogram::Stats, kStages> stages{};
  };

  /// Throws what opening the source throws.
  static std::unique_ptr<SourceHost> Open(const Options& options);
  /// Closes.
  ~SourceHost();

  double rate() const { return rate_; }
  PictureSize game() const { return options_.game; }

  /// The ring's bytes and memory; as in Host.
  size_t RingBytes() const;
  void AttachRing(uint8_t* memory);

  /// Has each frame looked at, as Host::AttachEyes does and with the same errors.
  void AttachEyes(const EyesModel& model);

  /// Takes that many frames one right after the other. Throws `session.wrong-state` while the clock
  /// runs.
  void Run(uint32_t frames, uint16_t buttons);
  /// The buttons held from the next frame on, while the clock runs.
  void SetButtons(uint16_t buttons);
  /// Takes a frame at each deadline, at `speed` times the source's rate.
  void StartClock(double speed);
  /// Stops after the frame under way, and lets go of all buttons.
  void StopClock();
  Metrics ReadMetrics();
  void ResetMetrics();
  /// Twice is fine. Throws nothing.
  void Close();

 private:
  class Machine;
  explicit SourceHost(const Options& options);
  void RequireOpen();
  void Call(const std::function<void()>& job);
  [[noreturn]] void RethrowHung(const Problem& problem) const;

  Options options_;
  double rate_ = 60;
  std::shared_ptr<Machine> machine_;
  std::unique_ptr<FrameThread> thread_;
};

}  // namespace eevee
