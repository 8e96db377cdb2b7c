#include "pipeline/pacer.h"

#include <cmath>

#include "testing/test.h"

namespace eevee {
namespace {

constexpr double kFps = 59.7275;

TEST(deadlines_do_not_drift_over_a_day) {
  Pacer pacer;
  pacer.Start(1000, kFps);
  CHECK_EQ(pacer.NextDeadline(), 1000);
  const int frames = 24 * 60 * 60 * 60;
  for (int i = 0; i < frames; ++i) pacer.BeginFrame(pacer.NextDeadline());
  const double exact = 1000 + frames * 1e9 / kFps;
  CHECK(std::abs(static_cast<double>(pacer.NextDeadline()) - exact) < 1000);
  CHECK_EQ(pacer.late_frames(), 0u);
  CHECK_EQ(pacer.DriftFrames(), 0.0);
}

TEST(a_short_stall_is_caught_up) {
  Pacer pacer;
  pacer.Start(0, 100);
  pacer.BeginFrame(0);
  // 35 ms late: three and a half frames.
  CHECK_EQ(pacer.BeginFrame(45000000), 35000000);
  CHECK_EQ(pacer.late_frames(), 1u);
  CHECK_EQ(pacer.lost_frames(), 0u);
  CHECK(std::abs(pacer.DriftFrames() - 3.5) < 1e-9);
  // The following frames come at twice the rate, until the grid is reached again.
  int frames = 0;
  int64_t last = 45000000;
  while (pacer.DriftFrames() > 0) {
    CHECK(pacer.NextStart() - last >= 5000000);
    last = pacer.NextStart();
    pacer.BeginFrame(last);
    CHECK(++frames <= 8);
  }
  CHECK_EQ(pacer.NextStart(), pacer.NextDeadline());
  CHECK_EQ(pacer.NextDeadline() % 10000000, 0);
}

TEST(a_long_stall_is_given_up_but_counted) {
  Pacer pacer;
  pacer.Start(0, 100);
  pacer.BeginFrame(0);
  pacer.BeginFrame(10000000 + 10000000000);  // 1000 frames late
  CHECK(std::abs(pacer.DriftFrames() - 1000) < 1e-9);
  CHECK(pacer.lost_frames() >= 940 && pacer.lost_frames() <= 941);
  int caught_up = 0;
  while (pacer.NextStart() > pacer.NextDeadline()) {
    pacer.BeginFrame(pacer.NextStart());
    CHECK(++caught_up <= 2 * 60);
  }
  // Later deadlines lie on the old grid, and what was given up stays counted.
  CHECK_EQ(pacer.NextDeadline() % 10000000, 0);
  pacer.BeginFrame(pacer.NextDeadline());
  CHECK(pacer.DriftFrames() >= 940 && pacer.DriftFrames() <= 941);
}

TEST(a_machine_that_is_too_slow_never_spirals) {
  Pacer pacer;
  pacer.Start(0, 100);
  int64_t now = 0;
  for (int i = 0; i < 1000; ++i) {
    pacer.BeginFrame(now);
    now += 15000000;  // each frame takes one and a half periods
    CHECK(now - pacer.NextDeadline() <= 620000000);
  }
  // 1000 frames took 15 s instead of 10: 500 behind.
  CHECK(std::abs(pacer.DriftFrames() - 499.5) < 2);
  CHECK(pacer.late_frames() > 900);
}

TEST(another_rate_takes_over_from_the_frame_last_begun) {
  Pacer pacer;
  pacer.Start(0, 100);
  for (int i = 0; i < 5; ++i) pacer.BeginFrame(pacer.NextDeadline());
  CHECK_EQ(pacer.NextDeadline(), 50000000);
  pacer.SetRate(200);
  CHECK_EQ(pacer.NextDeadline(), 45000000);
  pacer.BeginFrame(45000000);
  CHECK_EQ(pacer.NextDeadline(), 50000000);
}

}  // namespace
}  // namespace eevee
