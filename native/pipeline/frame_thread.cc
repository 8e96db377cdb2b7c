#include "pipeline/frame_thread.h"

#include <atomic>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>
#include <utility>

#include "base/clock.h"
#include "base/problem.h"

#ifdef __linux__
#include <pthread.h>
#include <sys/prctl.h>
#endif

namespace eevee {
namespace {

struct Job {
  std::function<void()> work;
  std::exception_ptr error;
  bool done = false;
};

void SetUpThread() {
#ifdef __linux__
  pthread_setname_np(pthread_self(), "eevee-frame");
  // Linux may wake a sleeper up to 50 µs late to save power; a paced frame should begin on its
  // deadline.
  prctl(PR_SET_TIMERSLACK, 1, 0, 0, 0);
#endif
}

[[noreturn]] void ThrowHung(std::chrono::milliseconds limit) {
  throw ProblemError({.code = "session.core-hung",
                      .message = "The core did not finish a step within " +
                                 std::to_string(limit.count()) + " ms; it hangs.",
                      .remedy =
                          "Close this session and resume from the last saved state; if it hangs "
                          "again at the same place, try another core.",
                      .value = std::to_string(limit.count())});
}

}  // namespace

struct FrameThread::State {
  FrameFunction frame;
  std::mutex mutex;
  std::condition_variable wake;      // the thread's: a job, or stop
  std::condition_variable finished;  // the callers': a job is done
  std::shared_ptr<Job> job;
  bool stopping = false;
  std::atomic<bool> hung{false};
  // When the step under way began, 0 while there is none. It also tells one step from the next.
  std::atomic<int64_t> busy_since{0};
  std::atomic<bool> clock_running{false};
  // The thread's own:
  Pacer pacer;
  double rate = 0;
  std::atomic<uint64_t> late_frames{0};
  std::atomic<uint64_t> lost_frames{0};
  std::atomic<double> drift_frames{0};
  std::thread thread;
};

FrameThread::FrameThread(FrameFunction frame) : state_(std::make_shared<State>()) {
  state_->frame = std::move(frame);
  state_->thread = std::thread([state = state_] {
    SetUpThread();
    Loop(state);
  });
}

FrameThread::~FrameThread() {
  {
    const std::lock_guard lock(state_->mutex);
    state_->stopping = true;
  }
  state_->wake.notify_one();
  state_->thread.join();
}

void FrameThread::LetGo(std::unique_ptr<FrameThread> thread) {
  if (!thread || !thread->hung()) return;
  FrameThread* hung = thread.release();
  hung->state_->thread.detach();
}

void FrameThread::Loop(const std::shared_ptr<State>& state) {
  std::unique_lock lock(state->mutex);
  while (!state->stopping && !state->hung) {
    if (state->job) {
      const std::shared_ptr<Job> job = std::exchange(state->job, nullptr);
      state->busy_since = MonotonicNs();
      lock.unlock();
      try {
        job->work();
      } catch (...) {
        job->error = std::current_exception();
      }
      lock.lock();
      state->busy_since = 0;
      job->done = true;
      state->finished.notify_all();
      continue;
    }
    if (!state->clock_running) {
      state->wake.wait(lock);
      continue;
    }
    const int64_t start = state->pacer.NextStart();
    if (MonotonicNs() < start) {
      state->wake.wait_until(
          lock, std::chrono::steady_clock::time_point(std::chrono::nanoseconds(start)));
      continue;
    }
    const int64_t now = MonotonicNs();
    const int64_t late = state->pacer.BeginFrame(now);
    state->late_frames = state->pacer.late_frames();
    state->lost_frames = state->pacer.lost_frames();
    state->drift_frames = state->pacer.DriftFrames();
    state->busy_since = now;
    lock.unlock();
    const double rate = state->frame(late);
    lock.lock();
    state->busy_since = 0;
    if (rate <= 0) {
      state->clock_running = false;
    } else if (rate != state->rate) {
      state->rate = rate;
      state->pacer.SetRate(rate);
    }
  }
}

void FrameThread::Call(const std::function<void()>& work, std::chrono::milliseconds limit) {
  if (hung()) ThrowHung(limit);
  const auto job = std::make_shared<Job>();
  job->work = work;
  std::unique_lock lock(state_->mutex);
  state_->job = job;
  state_->wake.notify_one();

  // The limit is counted in slices that this thread itself was awake for: after a suspended process
  // (a debugger, SIGSTOP, a closed laptop lid) one long slice has passed, not the whole limit.
  constexpr int kSlices = 16;
  const auto slice = std::max(limit / kSlices, std::chrono::milliseconds(1));
  int64_t step = 0;
  int stuck = 0;
  while (!job->done) {
    state_->finished.wait_for(lock, slice);
    const int64_t now_in = state_->busy_since;
    stuck = now_in != 0 && now_in == step ? stuck + 1 : 0;
    step = now_in;
    if (job->done || stuck < kSlices) continue;
    state_->hung = true;
    state_->job = nullptr;  // If it was not begun yet, it never will be.
    lock.unlock();
    ThrowHung(limit);
  }
  if (job->error) std::rethrow_exception(job->error);
}

void FrameThread::Progress() {
  if (hung()) ThrowHung(std::chrono::milliseconds(0));
  state_->busy_since = MonotonicNs();
}

void FrameThread::StartClock(double frames_per_second) {
  state_->rate = frames_per_second;
  state_->pacer.Start(MonotonicNs(), frames_per_second);
  state_->late_frames = 0;
  state_->lost_frames = 0;
  state_->drift_frames = 0;
  state_->clock_running = true;
}

void FrameThread::SetRate(double frames_per_second) {
  state_->rate = frames_per_second;
  state_->pacer.SetRate(frames_per_second);
}

void FrameThread::StopClock() { state_->clock_running = false; }

bool FrameThread::clock_running() const { return state_->clock_running; }

void FrameThread::RequireAlive(std::chrono::milliseconds limit) {
  if (hung()) ThrowHung(limit);
  const int64_t since = state_->busy_since;
  if (since == 0 || MonotonicNs() - since < std::chrono::nanoseconds(limit).count()) return;
  // Looks hung; waiting for one more job tells a core that hangs from a process that was suspended.
  try {
    Call([] {}, limit / 4);
  } catch (const ProblemError&) {
    ThrowHung(limit);
  }
}

bool FrameThread::hung() const { return state_->hung; }

uint64_t FrameThread::late_frames() const { return state_->late_frames; }
uint64_t FrameThread::lost_frames() const { return state_->lost_frames; }
double FrameThread::drift_frames() const { return state_->drift_frames; }

}  // namespace eevee
