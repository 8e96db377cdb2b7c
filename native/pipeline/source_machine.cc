#include "pipeline/source_machine.h"

#include <algorithm>

#include "base/clock.h"
#include "vision/find_game.h"
#include "vision/luminance.h"

namespace eevee {
namespace {

// Frames until another look for a placement that is not sure.
constexpr uint64_t kFirstLookAgain = 15;
constexpr uint64_t kLastLookAgain = 960;

}  // namespace

SourceHost::Machine::Machine(const Options& options)
    : open_(options.open),
      game_(options.game),
      given_placement_(options.placement),
      grey_(size_t{options.game.width} * options.game.height),
      black_(options.hold_black_frames) {}

void SourceHost::Machine::RunFrame(uint16_t held) {
  ThrowFault();
  pictured_ = false;
  preprocess_ns_ = 0;
  pack_ns_ = 0;
  const uint64_t frame = frames_.load(std::memory_order_relaxed);
  const int64_t start = MonotonicNs();
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
  {
    const std::lock_guard lock(ring_mutex_);
    if (ring_.attached()) {
      if (!pictured_) {
        ring_.Begin();
        ring_.Repeat(game_.width, game_.height, PixelFormat::kXrgb8888);
      }
      ring_.Publish(frame, captured_at_ms_);
    }
  }
  frames_.store(frame + 1, std::memory_order_relaxed);
  stages_[kCapture].Record(taken - start - preprocess_ns_ - pack_ns_);
  stages_[kPreprocess].Record(preprocess_ns_);
  stages_[kPublish].Record(MonotonicNs() - taken + pack_ns_);
}

FoundPlacement SourceHost::Machine::Find(const PictureView& window) const {
  if (given_placement_ && given_placement_->x + given_placement_->width <= window.width &&
      given_placement_->y + given_placement_->height <= window.height) {
    return {*given_placement_, true};
  }
  const FoundPlacement fitted = FindPlacement(window, game_);
  if (fitted.sure || window.width < game_.width || window.height < game_.height) return fitted;
  // Something lies beside the game, such as a menu: what the pixels alone say. A window that was
  // just resized shows its old picture beside its new space for a moment, which looks the same:
  // only what is seen twice is sure.
  const auto alone = FindGame(window, game_.width, game_.height);
  if (!alone) return fitted;
  const Placement place = {alone->x, alone->y, alone->width * alone->scale,
                           alone->height * alone->scale};
  const bool again = found_for_ == PictureSize{window.width, window.height};
  return {place, again && place == found_.placement};
}

void SourceHost::Machine::Place(const PictureView& window) {
  const PictureSize size = {window.width, window.height};
  const uint64_t frame = frames_.load(std::memory_order_relaxed);
  if (size != found_for_) {
    look_again_after_ = kFirstLookAgain;
  } else {
    if (found_.sure || frame - found_at_ < look_again_after_) return;
    // Ever more rarely: what is scaled softly never becomes sure, and looking takes milliseconds.
    look_again_after_ = std::min(look_again_after_ * 2, kLastLookAgain);
  }
  found_ = Find(window);
  found_for_ = size;
  found_at_ = frame;
  const std::lock_guard lock(facts_mutex_);
  source_size_ = size;
  placement_ = found_.placement;
}

void SourceHost::Machine::OnPicture(const PictureView& window) {
  const int64_t start = MonotonicNs();
  Place(window);
  const PictureView picture = Unscale(window, found_.placement, game_, unscaled_);
  ToLuminance(picture, grey_.data());
  const bool hold = black_.Hold(grey_);
  black_frames_.store(black_.black(), std::memory_order_relaxed);
  held_frames_.store(black_.held(), std::memory_order_relaxed);
  const int64_t converted = MonotonicNs();
  preprocess_ns_ += converted - start;
  if (hold) return;
  pictured_ = true;
  const std::lock_guard lock(ring_mutex_);
  if (!ring_.attached()) return;
  ring_.Begin();
  std::copy(grey_.begin(), grey_.end(), ring_.grey());
  ring_.Pack(picture);
  pack_ns_ += MonotonicNs() - converted;
}

double SourceHost::Machine::RunPacedFrame(int64_t lateness_ns) noexcept {
  stages_[kLate].Record(lateness_ns);
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
  return metrics;
}

}  // namespace eevee
