#pragma once

#include <array>
#include <atomic>
#include <memory>
#include <mutex>
#include <optional>

#include "capture/audio_ring.h"
#include "capture/input_log.h"
#include "capture/libretro_host.h"
#include "capture/process_marker.h"
#include "pipeline/frame_ring.h"
#include "pipeline/host.h"
#include "pipeline/observer.h"

namespace eevee {

/// What lives on the frame thread: the core, and everything a frame passes through. It outlives its
/// host when the core hangs, because then the thread still stands in it.
class Host::Machine : public CoreOutput {
 public:
  /// Frame thread.
  void Load(const LoadOptions& options, std::unique_ptr<ProcessMarker> marker);
  void Unload();
  /// Runs one frame and publishes it. Throws what the core did wrong, and then again at every later
  /// frame.
  void RunFrame(uint16_t buttons);
  /// The same for the paced clock, with the buttons last set: notes its lateness, keeps what is
  /// thrown. Returns the clock's rate, which a core may change; 0 where it must stop.
  double RunPacedFrame(int64_t lateness_ns) noexcept;
  /// Frames a second at a speed, which becomes the clock's.
  double RateAt(double speed);
  void ResetMetrics();
  /// Takes these eyes from the next frame on, or none; gives back those it had.
  void SwapEyes(std::unique_ptr<Observer>& eyes) { std::swap(eyes_, eyes); }
  /// The game jumped: what is seen next has not scrolled there.
  void ForgetScroll() {
    if (eyes_) eyes_->Reset();
  }

  /// Any thread.
  void AttachRing(uint8_t* memory, uint32_t max_width, uint32_t max_height);
  void DetachRing();
  void ThrowFault();

  LibretroHost& core() { return *core_; }
  uint64_t frames() const { return frames_.load(std::memory_order_relaxed); }
  std::atomic<uint16_t> buttons{0};
  InputLog inputs;
  AudioRing audio;
  std::array<Histogram, kStages> stages;

 private:
  void Observe(int64_t start);
  void OnPicture(const PictureView& picture) override;
  void OnSamples(const int16_t* samples, size_t pairs) override { audio.Write(samples, pairs); }

  std::unique_ptr<ProcessMarker> marker_;
  std::unique_ptr<LibretroHost> core_;
  std::atomic<uint64_t> frames_{0};
  // Guards the ring's memory against being taken away by Close while a hung core wakes up.
  // Uncontended otherwise.
  std::mutex ring_mutex_;
  FrameRing ring_;
  std::unique_ptr<Observer> eyes_;
  double speed_ = 1;
  bool pictured_ = false;
  int64_t taken_at_ns_ = 0;
  int64_t preprocess_ns_ = 0;
  int64_t pack_ns_ = 0;
  std::mutex fault_mutex_;
  std::optional<Problem> fault_;
};

}  // namespace eevee
