#pragma once

#include <chrono>
#include <functional>
#include <memory>

#include "pipeline/pacer.h"

namespace eevee {

/// The one thread a core lives on. It does jobs that others wait for, and in between, while its
/// clock runs, a frame at each of the clock's deadlines.
///
/// The deadlines are absolute times of the monotonic clock, waited for on a condition variable (a
/// futex with an absolute timeout on Linux), so that a job need not wait for the next deadline.
///
/// A job or frame may never return: cores are other people's code. Whoever waits gives up after the
/// limit; from then on the thread is `hung`. Its owner must then let go of it without destroying it
/// (LetGo), for the step under way still stands in it; should that step return after all, the
/// thread ends.
class FrameThread {
 public:
  /// `frame(lateness_ns)` runs one paced frame and returns the clock's rate from then on, in frames
  /// a second; 0 stops the clock. It must not throw.
  using FrameFunction = std::function<double(int64_t lateness_ns)>;

  explicit FrameThread(FrameFunction frame);
  /// Stops the clock and joins the thread. Not for a hung one: see LetGo.
  ~FrameThread();
  /// Destroys a thread that is well; leaks one that is hung, on purpose, with all that its step
  /// uses.
  static void LetGo(std::unique_ptr<FrameThread> thread);
  FrameThread(const FrameThread&) = delete;
  FrameThread& operator=(const FrameThread&) = delete;

  /// Does `job` on the thread and waits for it; what it throws is thrown here. Throws
  /// `session.core-hung` where the thread stays `limit` in one step without a sign of life (see
  /// Progress).
  void Call(const std::function<void()>& job, std::chrono::milliseconds limit);
  /// From within a job: a step is done, the next begins, and the limit starts anew. Throws
  /// `session.core-hung` where the caller has given up meanwhile.
  void Progress();

  /// Clock verbs, to be called from within a job.
  void StartClock(double frames_per_second);
  void SetRate(double frames_per_second);
  void StopClock();
  bool clock_running() const;

  /// Throws `session.core-hung` where the thread has been in one step for longer than `limit`.
  void RequireAlive(std::chrono::milliseconds limit);
  bool hung() const;

  /// Of the clock since it was last started; any thread.
  uint64_t late_frames() const;
  uint64_t lost_frames() const;
  double drift_frames() const;

 private:
  struct State;
  static void Loop(const std::shared_ptr<State>& state);
  std::shared_ptr<State> state_;
};

}  // namespace eevee
