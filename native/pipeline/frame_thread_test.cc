#include "pipeline/frame_thread.h"

#include <atomic>
#include <stdexcept>
#include <thread>

#include "testing/test.h"

namespace eevee {
namespace {

using std::chrono::milliseconds;

TEST(jobs_run_on_the_thread_and_their_exceptions_come_back) {
  FrameThread thread([](int64_t) { return 0.0; });
  std::thread::id inside;
  thread.Call([&] { inside = std::this_thread::get_id(); }, milliseconds(1000));
  CHECK(inside != std::this_thread::get_id());
  std::string caught;
  try {
    thread.Call([] { throw std::runtime_error("from inside"); }, milliseconds(1000));
  } catch (const std::runtime_error& error) {
    caught = error.what();
  }
  CHECK_EQ(caught, "from inside");
}

TEST(the_clock_runs_frames_between_jobs_and_stops_when_told) {
  std::atomic<int> frames{0};
  FrameThread thread([&](int64_t) {
    ++frames;
    return 1000.0;
  });
  thread.Call([&] { thread.StartClock(1000); }, milliseconds(1000));
  while (frames < 50) {
    thread.Call([] {}, milliseconds(1000));
    std::this_thread::sleep_for(milliseconds(1));
  }
  thread.Call([&] { thread.StopClock(); }, milliseconds(1000));
  const int stopped = frames;
  std::this_thread::sleep_for(milliseconds(20));
  CHECK_EQ(frames.load(), stopped);
  CHECK(!thread.clock_running());
}

TEST(a_frame_that_returns_0_stops_the_clock) {
  std::atomic<int> frames{0};
  FrameThread thread([&](int64_t) { return ++frames < 3 ? 1000.0 : 0.0; });
  thread.Call([&] { thread.StartClock(1000); }, milliseconds(1000));
  while (thread.clock_running()) std::this_thread::sleep_for(milliseconds(1));
  CHECK_EQ(frames.load(), 3);
}

TEST(a_long_job_that_shows_progress_is_not_hung) {
  FrameThread thread([](int64_t) { return 0.0; });
  thread.Call(
      [&] {
        for (int i = 0; i < 10; ++i) {
          thread.Progress();
          std::this_thread::sleep_for(milliseconds(30));
        }
      },
      milliseconds(100));
  CHECK(!thread.hung());
}

// In a child, which ends without a leak check: letting go of a hung thread leaks it, on purpose.
TEST(a_job_without_progress_is_given_up) {
  const int code = testing::InChild([] {
    static std::atomic<bool> release{false};
    static std::atomic<bool> returned{false};
    const auto wait = [] {
      while (!release) std::this_thread::yield();
      returned = true;
    };
    auto thread = std::make_unique<FrameThread>([](int64_t) { return 0.0; });
    CHECK_PROBLEM("session.core-hung", thread->Call(wait, milliseconds(50)));
    CHECK(thread->hung());
    CHECK_PROBLEM("session.core-hung", thread->Call([] {}, milliseconds(50)));
    CHECK_PROBLEM("session.core-hung", thread->RequireAlive(milliseconds(50)));
    FrameThread::LetGo(std::move(thread));
    // What was let go may still come back, and must find everything it stands in.
    release = true;
    while (!returned) std::this_thread::yield();
    std::this_thread::sleep_for(milliseconds(20));
  });
  CHECK_EQ(code, 0);
}

}  // namespace
}  // namespace eevee
