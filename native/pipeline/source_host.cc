#include "pipeline/source_host.h"

#include <cmath>

#include "base/problem.h"
#include "capture/buttons.h"
#include "pipeline/source_machine.h"

namespace eevee {
namespace {

// Connecting to a busy server gets longer than a frame.
constexpr std::chrono::milliseconds kOpenLimit{10000};
constexpr double kLargestSpeed = 100;

}  // namespace

SourceHost::SourceHost(const Options& options)
    : options_(options), machine_(std::make_shared<Machine>(options)) {
  thread_ = std::make_unique<FrameThread>(
      [machine = machine_](int64_t late) { return machine->RunPacedFrame(late); });
  try {
    const auto rate = std::make_shared<double>(60);
    thread_->Call(
        [machine = machine_, rate] {
          machine->Open();
          *rate = machine->RateAt(1);
        },
        std::max(options.hang_timeout, kOpenLimit));
    rate_ = *rate;
  } catch (const ProblemError& error) {
    FrameThread::LetGo(std::move(thread_));
    RethrowHung(error.problem());
  }
}

std::unique_ptr<SourceHost> SourceHost::Open(const Options& options) {
  return std::unique_ptr<SourceHost>(new SourceHost(options));
}

SourceHost::~SourceHost() { Close(); }

size_t SourceHost::RingBytes() const {
  return FrameRing::BytesNeeded(options_.game.width, options_.game.height);
}

void SourceHost::AttachRing(uint8_t* memory) {
  RequireOpen();
  machine_->AttachRing(memory);
}

void SourceHost::AttachEyes(const EyesModel& model) {
  RequireOpen();
  const auto eyes = std::make_shared<std::unique_ptr<Observer>>(
      Observer::Open(model, options_.game.width, options_.game.height));
  Call([machine = machine_, eyes] { machine->SwapEyes(*eyes); });
}

// The frame thread speaks of cores; here it is a display that does not answer.
void SourceHost::RethrowHung(const Problem& problem) const {
  if (problem.code != "session.core-hung") throw ProblemError(problem);
  throw ProblemError({.code = "resource.window-gone",
                      .message = options_.name + " did not answer within " +
                                 std::to_string(options_.hang_timeout.count()) + " ms.",
                      .remedy = "Close this session; when the display answers again, open another.",
                      .value = options_.name});
}

void SourceHost::RequireOpen() {
  if (!thread_) {
    throw ProblemError(
        {.code = "session.ended", .message = "This host was closed.", .remedy = "Open a new one."});
  }
  machine_->ThrowFault();
  try {
    thread_->RequireAlive(options_.hang_timeout);
  } catch (const ProblemError& error) {
    RethrowHung(error.problem());
  }
}

void SourceHost::Call(const std::function<void()>& job) {
  RequireOpen();
  try {
    thread_->Call(job, options_.hang_timeout);
  } catch (const ProblemError& error) {
    RethrowHung(error.problem());
  }
}

void SourceHost::Run(uint32_t frames, uint16_t buttons) {
  RequireOpen();
  if (thread_->clock_running()) {
    throw ProblemError(
        {.code = "session.wrong-state",
         .message = "The real-time clock runs; frames cannot be taken by hand meanwhile.",
         .remedy = "Call stopClock first."});
  }
  const uint16_t held = buttons & kAllButtons;
  Call([machine = machine_, thread = thread_.get(), frames, held] {
    for (uint32_t i = 0; i < frames; ++i) {
      thread->Progress();
      machine->RunFrame(held);
    }
  });
}

void SourceHost::SetButtons(uint16_t buttons) {
  RequireOpen();
  machine_->buttons = buttons & kAllButtons;
}

void SourceHost::StartClock(double speed) {
  if (!(std::isfinite(speed) && speed > 0 && speed <= kLargestSpeed)) {
    throw ProblemError({.code = "configuration.invalid",
                        .message = "The clock cannot run at " + std::to_string(speed) +
                                   " times the source's rate.",
                        .remedy = "Use a speed above 0 and up to 100.",
                        .field = "speed",
                        .value = std::to_string(speed)});
  }
  Call([machine = machine_, thread = thread_.get(), speed] {
    machine->BeginClock();
    thread->StartClock(machine->RateAt(speed));
  });
}

void SourceHost::StopClock() {
  Call([machine = machine_, thread = thread_.get()] {
    thread->StopClock();
    machine->buttons = 0;
    machine->LetGo();
  });
}

SourceHost::Metrics SourceHost::ReadMetrics() {
  RequireOpen();
  Metrics metrics = machine_->ReadMetrics();
  metrics.late_frames = thread_->late_frames();
  metrics.drift_frames = thread_->drift_frames();
  return metrics;
}

void SourceHost::ResetMetrics() {
  Call([machine = machine_] { machine->ResetMetrics(); });
}

void SourceHost::Close() {
  if (!thread_) return;
  if (!thread_->hung()) {
    try {
      thread_->Call(
          [machine = machine_, thread = thread_.get()] {
            thread->StopClock();
            machine->Unload();
          },
          std::max(options_.hang_timeout, std::chrono::milliseconds(2000)));
    } catch (const ProblemError&) {
      // It hangs on its way out; letting go is all that is left.
    }
  }
  machine_->DetachRing();
  FrameThread::LetGo(std::move(thread_));
}

}  // namespace eevee
