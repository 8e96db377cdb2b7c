#pragma once

#include <cstdint>

namespace eevee {

/// The arithmetic of the real-time clock; it neither sleeps nor reads a clock, so that tests can.
///
/// Deadline n is `epoch + n · period`, computed from n each time: no error adds up. Policy when
/// late: frames follow each other at twice the rate until they have caught up, so that a stall (a
/// busy disk, a neighbour on the same core) is made good without a visible burst. A lag of more
/// than `kCatchUpFrames` frames (a suspended laptop) is given up beyond that; what was given up
/// stays counted in `DriftFrames`.
class Pacer {
 public:
  static constexpr double kCatchUpFrames = 60;
  /// How closely frames may follow each other while they catch up, in periods.
  static constexpr double kCatchUpSpacing = 0.5;

  /// Starts at `now_ns` with the first frame due at once; forgets drift and late frames.
  void Start(int64_t now_ns, double frames_per_second);
  /// Another rate from the next frame on; drift goes on counting.
  void SetRate(double frames_per_second);
  /// When the next frame is due, in nanoseconds of the clock given to Start.
  int64_t NextDeadline() const;
  /// When the next frame may begin: its deadline, or later while frames catch up.
  int64_t NextStart() const;
  /// The next frame begins at `now_ns`; returns by how many nanoseconds that is after its deadline
  /// (0 where early) and moves on to the frame after it.
  int64_t BeginFrame(int64_t now_ns);

  /// Frames that began more than one frame after their deadline.
  uint64_t late_frames() const { return late_frames_; }
  /// Frames that were due and will never run: what a stall took beyond what is caught up.
  uint64_t lost_frames() const { return static_cast<uint64_t>(given_up_frames_); }
  /// Frames by which the clock was behind the wall clock when the last frame began.
  double DriftFrames() const { return given_up_frames_ + lag_frames_; }

 private:
  double epoch_ns_ = 0;
  double last_begin_ns_ = 0;
  double period_ns_ = 0;
  uint64_t index_ = 0;
  uint64_t late_frames_ = 0;
  double given_up_frames_ = 0;
  double lag_frames_ = 0;
};

}  // namespace eevee
