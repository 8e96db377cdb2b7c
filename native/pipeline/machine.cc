#include "pipeline/machine.h"

#include "base/clock.h"
#include "base/thread_time.h"
#include "vision/kernels.h"
#include "vision/luminance.h"

namespace eevee {

void Host::Machine::Load(const LoadOptions& options, std::unique_ptr<ProcessMarker> marker) {
  // Throws here, and not inside the core's callback, where EEVEE_ISA asks for what there is not.
  BestKernels();
  marker_ = std::move(marker);
  try {
    core_ = std::make_unique<LibretroHost>(options, *this);
  } catch (...) {
    marker_.reset();
    throw;
  }
}

void Host::Machine::Unload() {
  core_.reset();
  marker_.reset();
}

void Host::Machine::RunFrame(uint16_t held) {
  ThrowFault();
  inputs.Add(held);
  pictured_ = false;
  preprocess_ns_ = 0;
  pack_ns_ = 0;
  const int64_t start = MonotonicNs();
  const int64_t worked = ThreadTimeNs();
  try {
    core_->RunFrame(held);
  } catch (const ProblemError& error) {
    const std::lock_guard lock(fault_mutex_);
    fault_ = error.problem();
    throw;
  }
  const int64_t ran = MonotonicNs();
  // A duplicate is the picture of this moment, too: the core says that it did not change.
  if (!pictured_) taken_at_ns_ = ran;
  const uint64_t frame = frames_.load(std::memory_order_relaxed);
  int64_t observe_ns = 0;
  {
    const std::lock_guard lock(ring_mutex_);
    if (ring_.attached()) {
      if (!pictured_) {
        // A duplicate: the core drew nothing new.
        const lr_geometry& size = core_->av_info().geometry;
        ring_.Begin();
        ring_.Repeat(size.base_width, size.base_height, PixelFormat::kRgb565);
      }
      const int64_t pictured = MonotonicNs();
      Observe(start);
      observe_ns = MonotonicNs() - pictured;
      ring_.Publish(frame, WallMs());
    }
  }
  frames_.store(frame + 1, std::memory_order_relaxed);
  stages[kCore].Record(ran - start - preprocess_ns_ - pack_ns_);
  stages[kPreprocess].Record(preprocess_ns_);
  const int64_t done = MonotonicNs();
  stages[kPublish].Record(done - ran - observe_ns + pack_ns_);
  if (eyes_) stages[kInfer].Record(observe_ns);
  stages[kPath].Record(done - start);
  stages[kAge].Record(done - taken_at_ns_);
  stages[kWork].Record(ThreadTimeNs() - worked);
}

void Host::Machine::Observe(int64_t start) {
  // Cores may change the picture's size; eyes made for another one see nothing then.
  if (!eyes_ || ring_.width() != eyes_->width() || ring_.height() != eyes_->height()) return;
  eyes_->Look(ring_.grey(), ring_.observation());
  ObservationHeader& seen = *reinterpret_cast<ObservationHeader*>(ring_.observation());
  seen.path_us = static_cast<float>(MonotonicNs() - start) / 1000;
}

void Host::Machine::OnPicture(const PictureView& picture) {
  const std::lock_guard lock(ring_mutex_);
  if (!ring_.attached()) return;
  const int64_t start = MonotonicNs();
  taken_at_ns_ = start;
  ring_.Begin();
  ToLuminance(picture, ring_.grey());
  const int64_t converted = MonotonicNs();
  ring_.Pack(picture);
  pictured_ = true;
  // Added up: a core may send more than one picture in a frame, and the last one counts.
  preprocess_ns_ += converted - start;
  pack_ns_ += MonotonicNs() - converted;
}

double Host::Machine::RunPacedFrame(int64_t lateness_ns) noexcept {
  stages[kLate].Record(lateness_ns);
  try {
    RunFrame(buttons.load(std::memory_order_relaxed));
    return RateAt(speed_);
  } catch (const ProblemError&) {
    return 0;  // Kept as the fault, which the next verb throws.
  } catch (const std::exception& error) {
    const std::lock_guard lock(fault_mutex_);
    fault_ = Problem{.code = "internal",
                     .message = std::string("The frame thread failed: ") + error.what() + ".",
                     .remedy = "Please report this with the log file."};
    return 0;
  }
}

double Host::Machine::RateAt(double speed) {
  speed_ = speed;
  return core_->av_info().timing.fps * speed;
}

void Host::Machine::ResetMetrics() {
  for (Histogram& stage : stages) stage.Reset();
}

void Host::Machine::AttachRing(uint8_t* memory, uint32_t max_width, uint32_t max_height) {
  const std::lock_guard lock(ring_mutex_);
  ring_.Attach(memory, max_width, max_height);
}

void Host::Machine::DetachRing() {
  const std::lock_guard lock(ring_mutex_);
  ring_.Detach();
}

void Host::Machine::ThrowFault() {
  const std::lock_guard lock(fault_mutex_);
  if (fault_) throw ProblemError(*fault_);
}

}  // namespace eevee
