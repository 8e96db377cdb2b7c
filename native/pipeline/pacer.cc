#include "pipeline/pacer.h"

#include <algorithm>
#include <cmath>

namespace eevee {

// Times are doubles: monotonic nanoseconds of a machine up for 100 days are below 2^53.
void Pacer::Start(int64_t now_ns, double frames_per_second) {
  *this = Pacer();
  epoch_ns_ = static_cast<double>(now_ns);
  period_ns_ = 1e9 / frames_per_second;
}

void Pacer::SetRate(double frames_per_second) {
  const double period = 1e9 / frames_per_second;
  if (index_ > 0) {
    // The frame last begun keeps its deadline; the next is one new period after it.
    epoch_ns_ += static_cast<double>(index_ - 1) * period_ns_;
    index_ = 1;
  }
  period_ns_ = period;
}

int64_t Pacer::NextDeadline() const {
  return std::llround(epoch_ns_ + static_cast<double>(index_) * period_ns_);
}

int64_t Pacer::NextStart() const {
  if (index_ == 0) return NextDeadline();
  return std::max<int64_t>(NextDeadline(),
                           std::llround(last_begin_ns_ + kCatchUpSpacing * period_ns_));
}

int64_t Pacer::BeginFrame(int64_t now_ns) {
  const int64_t late = now_ns - NextDeadline();
  lag_frames_ = late > 0 ? static_cast<double>(late) / period_ns_ : 0;
  if (lag_frames_ > 1) ++late_frames_;
  if (lag_frames_ > kCatchUpFrames) {
    // Whole frames only, so that the deadlines stay on their grid.
    const double given_up = std::floor(lag_frames_ - kCatchUpFrames) + 1;
    epoch_ns_ += given_up * period_ns_;
    given_up_frames_ += given_up;
    lag_frames_ -= given_up;
  }
  ++index_;
  last_begin_ns_ = static_cast<double>(now_ns);
  return late > 0 ? late : 0;
}

}  // namespace eevee
