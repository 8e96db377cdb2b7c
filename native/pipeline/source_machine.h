#pragma once

#include <array>
#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "base/problem.h"
#include "capture/black_frames.h"
#include "pipeline/frame_ring.h"
#include "pipeline/observer.h"
#include "pipeline/source_host.h"
#include "pipeline/source_place.h"
#include "vision/preprocess.h"

namespace eevee {

/// What lives on the frame thread of a SourceHost: the source, and everything that its pictures
/// pass through. It outlives its host when the source hangs.
class SourceHost::Machine : public PictureSink {
 public:
  explicit Machine(const Options& options);

  /// Frame thread.
  void Open() { source_ = open_(); }
  void Unload() { source_.reset(); }
  void LetGo() { source_->LetGo(); }
  /// Takes these eyes from the next frame on, or none; gives back those it had.
  void SwapEyes(std::unique_ptr<Observer>& eyes) { std::swap(eyes_, eyes); }
  /// The clock starts: the looks that it loses are counted anew.
  void BeginClock();
  /// Takes one frame and publishes it. Throws what broke the source, then and at every later frame.
  void RunFrame(uint16_t buttons);
  /// The same for the clock, with the buttons last set; returns the clock's rate, 0 to stop it.
  double RunPacedFrame(int64_t lateness_ns) noexcept;
  double RateAt(double speed);
  void ResetMetrics();

  /// Any thread.
  void AttachRing(uint8_t* memory);
  void DetachRing();
  void ThrowFault();
  Metrics ReadMetrics() const;
  std::atomic<uint16_t> buttons{0};

 private:
  void OnPicture(const PictureView& window) override;
  /// Where in the picture given, all or a part of the source's, the game lies.
  Placement Place(const PictureView& window);
  void Observe(int64_t start);
  void CountLost();
  void SetFault(const Problem& problem);

  const std::function<std::unique_ptr<FrameSource>()> open_;
  const PictureSize game_;
  std::unique_ptr<FrameSource> source_;
  double speed_ = 1;

  // What a picture passes through, in this order.
  SourcePlace place_;
  Unscaler unscaler_;
  Preprocessor preprocessor_;
  BlackFrames black_;
  std::unique_ptr<Observer> eyes_;

  // The picture under way.
  bool pictured_ = false;
  int64_t preprocess_ns_ = 0;
  int64_t pack_ns_ = 0;
  double captured_at_ms_ = 0;
  // When the clock's last look began; 0 before its first.
  int64_t looked_at_ns_ = 0;

  // Guards the ring's memory against being taken away by Close while a hung source wakes up.
  std::mutex ring_mutex_;
  FrameRing ring_;

  std::array<Histogram, kStages> stages_;
  // For whoever reads the metrics.
  std::atomic<uint64_t> frames_{0};
  std::atomic<uint64_t> nothing_new_{0};
  std::atomic<uint64_t> black_frames_{0};
  std::atomic<uint64_t> held_frames_{0};
  std::atomic<uint64_t> lost_frames_{0};
  std::atomic<uint64_t> placement_searches_{0};
  std::atomic<int64_t> taken_at_ns_{0};
  std::atomic<bool> ended_{false};
  mutable std::mutex facts_mutex_;
  std::optional<Problem> fault_;
  PictureSize source_size_;
  Placement placement_;
};

}  // namespace eevee
