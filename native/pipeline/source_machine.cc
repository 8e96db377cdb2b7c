#include "pipeline/source_machine.h"

#include <cmath>

#include "base/clock.h"
#include "base/thread_time.h"

namespace eevee {
namespace {

// The eyes take the game's own luminance; nothing here wants a smaller picture or tiles yet.
constexpr PreprocessConfig kGreyOnly = {
    .network_width = 0, .network_height = 0, .grey = true, .tiles = false};

}  // namespace

SourceHost::Machine::Machine(const Options& options)
    : open_(options.open),
      game_(options.game),
      place_(options.game, options.placement),
      unscaler_(options.game),
      preprocessor_(kGreyOnly),
      black_(options.hold_black_frames) {}

void SourceHost::Machine::RunFrame(uint16_t held) {
  ThrowFault();
  pictured_ = false;
  preprocess_ns_ = 0;
  pack_ns_ = 0;
  const uint64_t frame = frames_.load(std::memory_order_relaxed);
  const int64_t start = MonotonicNs();
  const int64_t worked = ThreadTimeNs();
  FrameFacts facts;
  try {
    facts = source_->Next(held, *this);
  } catch (const ProblemError& error) {
    SetFault(error.problem());
    throw;
  }
  const int64_t taken = MonotonicNs();
  if (facts.outcome == FrameFacts::kEnded) ended_ = true;
  if (facts.outcome != FrameFacts::kPicture) {
    nothing_new_.fetch_add(1, std::memory_order_relaxed);
  } else if (pictured_) {
    // A held one keeps the time of the picture that stands in for it.
    taken_at_ns_.store(facts.taken_at_ns, std::memory_order_relaxed);
    captured_at_ms_ = WallMs() - static_cast<double>(MonotonicNs() - facts.taken_at_ns) / 1e6;
  }
  int64_t observe_ns = 0;
  {
    const std::lock_guard lock(ring_mutex_);
    if (ring_.attached()) {
      if (!pictured_) {
        ring_.Begin();
        ring_.Repeat(game_.width, game_.height, PixelFormat::kXrgb8888);
      }
      const int64_t pictured = MonotonicNs();
      Observe(start);
      observe_ns = MonotonicNs() - pictured;
      ring_.Publish(frame, captured_at_ms_);
    }
  }
  frames_.store(frame + 1, std::memory_order_relaxed);
  const int64_t done = MonotonicNs();
  stages_[kCapture].Record(taken - start - preprocess_ns_ - pack_ns_);
  stages_[kPreprocess].Record(preprocess_ns_);
  stages_[kPublish].Record(done - taken - observe_ns + pack_ns_);
  if (eyes_) stages_[kInfer].Record(observe_ns);
  stages_[kPath].Record(done - start);
  const int64_t newest = taken_at_ns_.load(std::memory_order_relaxed);
  if (newest != 0) stages_[kAge].Record(done - newest);
  stages_[kWork].Record(ThreadTimeNs() - worked);
}

void SourceHost::Machine::Observe(int64_t start) {
  if (!eyes_) return;
  eyes_->Look(ring_.grey(), ring_.observation());
  ObservationHeader& seen = *reinterpret_cast<ObservationHeader*>(ring_.observation());
  seen.path_us = static_cast<float>(MonotonicNs() - start) / 1000;
}

Placement SourceHost::Machine::Place(const PictureView& window) {
  const auto part = source_->part();
  // Without a part the picture itself is the truth: a core may change its size with any of them.
  const PictureSize size = part ? source_->size() : PictureSize{window.width, window.height};
  const Placement place = place_.In(window, size, part, frames_.load(std::memory_order_relaxed));
  source_->Want(place_.wanted());
  placement_searches_.store(place_.searches(), std::memory_order_relaxed);
  const std::lock_guard lock(facts_mutex_);
  source_size_ = size;
  placement_ = place;
  if (!part) return place;
  return {place.x - part->x, place.y - part->y, place.width, place.height};
}

void SourceHost::Machine::OnPicture(const PictureView& window) {
  const std::lock_guard lock(ring_mutex_);
  if (!ring_.attached()) return;
  const int64_t start = MonotonicNs();
  // The window's memory is walked once: the game's own pixels are taken out of it, for the ring as
  // well as for the luminance, which then reads them from the nearest cache.
  const PictureView picture = unscaler_.Run(window, Place(window));
  ring_.Begin();
  PreprocessOutput output;
  output.grey_to = ring_.grey();
  preprocessor_.Run(FrameView::Whole(picture), output);
  const bool hold = black_.Hold(output.grey);
  black_frames_.store(black_.black(), std::memory_order_relaxed);
  held_frames_.store(black_.held(), std::memory_order_relaxed);
  const int64_t converted = MonotonicNs();
  preprocess_ns_ += converted - start;
  // A slot that was begun and not filled gets the picture before it (Repeat).
  if (hold) return;
  pictured_ = true;
  ring_.Pack(picture);
  pack_ns_ += MonotonicNs() - converted;
}

void SourceHost::Machine::BeginClock() {
  looked_at_ns_ = 0;
  lost_frames_ = 0;
}

void SourceHost::Machine::CountLost() {
  const int64_t now = MonotonicNs();
  if (looked_at_ns_ != 0 && source_->live()) {
    const double periods =
        static_cast<double>(now - looked_at_ns_) * source_->rate() * speed_ / 1e9;
    // A look that is late by less than half a period still sees what it was to see, or the next.
    if (periods > 1.5) {
      lost_frames_.fetch_add(static_cast<uint64_t>(std::llround(periods)) - 1,
                             std::memory_order_relaxed);
    }
  }
  looked_at_ns_ = now;
}

double SourceHost::Machine::RunPacedFrame(int64_t lateness_ns) noexcept {
  stages_[kLate].Record(lateness_ns);
  CountLost();
  try {
    RunFrame(buttons.load(std::memory_order_relaxed));
    return ended_ ? 0 : RateAt(speed_);
  } catch (const ProblemError&) {
    return 0;  // Kept as the fault, which the next verb throws.
  } catch (const std::exception& error) {
    SetFault({.code = "internal",
              .message = std::string("The frame thread failed: ") + error.what() + ".",
              .remedy = "Please report this with the log file."});
    return 0;
  }
}

double SourceHost::Machine::RateAt(double speed) {
  speed_ = speed;
  return source_->rate() * speed;
}

void SourceHost::Machine::ResetMetrics() {
  for (Histogram& stage : stages_) stage.Reset();
}

void SourceHost::Machine::AttachRing(uint8_t* memory) {
  const std::lock_guard lock(ring_mutex_);
  ring_.Attach(memory, game_.width, game_.height);
}

void SourceHost::Machine::DetachRing() {
  const std::lock_guard lock(ring_mutex_);
  ring_.Detach();
}

void SourceHost::Machine::SetFault(const Problem& problem) {
  const std::lock_guard lock(facts_mutex_);
  fault_ = problem;
}

void SourceHost::Machine::ThrowFault() {
  const std::lock_guard lock(facts_mutex_);
  if (fault_) throw ProblemError(*fault_);
}

SourceHost::Metrics SourceHost::Machine::ReadMetrics() const {
  Metrics metrics{.frames = frames_,
                  .nothing_new = nothing_new_,
                  .black_frames = black_frames_,
                  .held_frames = held_frames_,
                  .lost_frames = lost_frames_,
                  .ended = ended_,
                  .source = {},
                  .placement = {}};
  if (const int64_t taken = taken_at_ns_; taken != 0) {
    metrics.age_ms = static_cast<double>(MonotonicNs() - taken) / 1e6;
  }
  for (size_t i = 0; i < kStages; ++i) metrics.stages[i] = stages_[i].Summary();
  const std::lock_guard lock(facts_mutex_);
  metrics.source = source_size_;
  metrics.placement = placement_;
  metrics.placement_searches = placement_searches_;
  return metrics;
}

}  // namespace eevee
