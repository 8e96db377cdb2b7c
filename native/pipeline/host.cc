#include "pipeline/host.h"

#include <cmath>

#include "base/files.h"
#include "capture/buttons.h"
#include "capture/state_file.h"
#include "pipeline/machine.h"

#ifdef EEVEE_TOOLS
#include "capture/memory_reader.h"
#endif

namespace eevee {
namespace {

// Loading reads files and may decompress; it gets longer than a frame.
constexpr std::chrono::milliseconds kLoadLimit{20000};
constexpr double kLargestSpeed = 100;

void WriteBattery(const std::vector<Battery::Write>& writes) {
  for (const auto& write : writes) WriteFileAtomically(write.path, write.bytes);
}

StateOwner OwnerOf(const LibretroHost& core) {
  return {.core_name = core.core_info().name,
          .core_version = core.core_info().version,
          .rom = core.rom_hash()};
}

}  // namespace

Host::Host(const Options& options)
    : hang_timeout_(options.hang_timeout), machine_(std::make_shared<Machine>()) {
  auto marker = ProcessMarker::Claim();
  thread_ = std::make_unique<FrameThread>(
      [machine = machine_](int64_t late) { return machine->RunPacedFrame(late); });
  // The job owns what it uses: should loading hang, it outlives this call.
  struct Loading {
    LoadOptions options;
    std::unique_ptr<ProcessMarker> marker;
  };
  const auto loading = std::make_shared<Loading>(Loading{options.load, std::move(marker)});
  try {
    thread_->Call([machine = machine_,
                   loading] { machine->Load(loading->options, std::move(loading->marker)); },
                  std::max(hang_timeout_, kLoadLimit));
  } catch (const ProblemError&) {
    FrameThread::LetGo(std::move(thread_));
    throw;
  }
  info_ = {.core = machine_->core().core_info(), .av = machine_->core().av_info()};
}

std::unique_ptr<Host> Host::Open(const Options& options) {
  return std::unique_ptr<Host>(new Host(options));
}

Host::~Host() {
  try {
    Close();
  } catch (const ProblemError&) {
    // A destructor can tell nobody; whoever wants to know calls Close.
  }
}

size_t Host::RingBytes() const {
  return FrameRing::BytesNeeded(info_.av.geometry.max_width, info_.av.geometry.max_height);
}

void Host::AttachRing(uint8_t* memory) {
  RequireOpen();
  machine_->AttachRing(memory, info_.av.geometry.max_width, info_.av.geometry.max_height);
}

void Host::AttachEyes(const EyesModel& model) {
  RequireOpen();
  const lr_geometry& size = info_.av.geometry;
  const auto eyes = std::make_shared<std::unique_ptr<Observer>>(
      Observer::Open(model, size.base_width, size.base_height));
  Call([machine = machine_, eyes] { machine->SwapEyes(*eyes); });
}

void Host::RequireOpen() {
  if (!thread_) {
    throw ProblemError({.code = "session.ended",
                        .message = "This host was closed.",
                        .remedy = "Open a new one; a saved state resumes where it was saved."});
  }
  if (thread_->hung()) thread_->RequireAlive(hang_timeout_);
  machine_->ThrowFault();
}

void Host::RequireClockStopped() {
  if (!thread_->clock_running()) return;
  throw ProblemError(
      {.code = "session.wrong-state",
       .message = "The real-time clock runs; frames cannot be run by hand meanwhile.",
       .remedy = "Call stopClock first."});
}

void Host::RequireSpeed(double speed) {
  if (std::isfinite(speed) && speed > 0 && speed <= kLargestSpeed) return;
  throw ProblemError(
      {.code = "configuration.invalid",
       .message = "The clock cannot run at " + std::to_string(speed) + " times the core's rate.",
       .remedy = "Use a speed above 0 and up to 100.",
       .field = "speed",
       .value = std::to_string(speed)});
}

void Host::Call(const std::function<void()>& job) {
  RequireOpen();
  thread_->Call(job, hang_timeout_);
}

void Host::Run(uint32_t frames, uint16_t buttons) {
  RequireOpen();
  RequireClockStopped();
  const uint16_t held = buttons & kAllButtons;
  Call([machine = machine_, thread = thread_.get(), frames, held] {
    for (uint32_t i = 0; i < frames; ++i) {
      thread->Progress();
      machine->RunFrame(held);
    }
  });
}

void Host::SetButtons(uint16_t buttons) {
  RequireOpen();
  thread_->RequireAlive(hang_timeout_);
  machine_->buttons = buttons & kAllButtons;
}

void Host::StartClock(double speed) {
  RequireSpeed(speed);
  Call([machine = machine_, thread = thread_.get(), speed] {
    thread->StartClock(machine->RateAt(speed));
  });
}

void Host::SetSpeed(double speed) {
  RequireSpeed(speed);
  Call([machine = machine_, thread = thread_.get(), speed] {
    thread->SetRate(machine->RateAt(speed));
  });
}

void Host::StopClock() {
  Call([thread = thread_.get()] { thread->StopClock(); });
}

Host::Saved Host::SaveState(const std::string& path) {
  // Shared with the job, which outlives this call if the core hangs. Only the copying happens on
  // the frame thread: syncing to a disk can take longer than a frame.
  struct Copy {
    StateOwner owner;
    uint64_t frame = 0;
    std::vector<uint8_t> state;
    std::vector<Battery::Write> battery;
  };
  const auto copy = std::make_shared<Copy>();
  Call([machine = machine_, copy] {
    copy->owner = OwnerOf(machine->core());
    copy->frame = machine->frames();
    copy->state = machine->core().Serialize();
    copy->battery = machine->core().battery().TakeChanges();
  });
  const auto file = SealState(copy->owner, copy->frame, copy->state);
  try {
    WriteFileAtomically(path, file);
    WriteBattery(copy->battery);
  } catch (const ProblemError&) {
    Call([machine = machine_] { machine->core().battery().Untake(); });
    throw;
  }
  return {.frame = copy->frame, .bytes = file.size()};
}

uint64_t Host::LoadState(const std::string& path) {
  RequireOpen();
  const auto file = ReadWholeFile(path, kLargestStateFile);
  if (!file) {
    throw ProblemError({.code = "resource.state-missing",
                        .message = "There is no readable saved state at " + path + ".",
                        .remedy = "Choose a saved state that exists.",
                        .value = path,
                        .tried = {path}});
  }
  const auto state =
      std::make_shared<SavedState>(OpenState(*file, OwnerOf(machine_->core()), path));
  Call([machine = machine_, state] {
    machine->core().Unserialize(state->payload);
    machine->ForgetScroll();
  });
  return state->frame;
}

Host::KeptState Host::KeepState() {
  struct Copy {
    uint64_t frame = 0;
    std::vector<uint8_t> state;
  };
  const auto copy = std::make_shared<Copy>();
  Call([machine = machine_, copy] {
    copy->frame = machine->frames();
    copy->state = machine->core().Serialize();
  });
  return {.id = kept_.Keep(copy->frame, copy->state), .frame = copy->frame};
}

void Host::RecallState(uint32_t id) {
  RequireOpen();
  const auto kept = std::make_shared<KeptStates::Kept>(kept_.At(id));
  Call([machine = machine_, kept] {
    machine->core().Unserialize(kept->state);
    machine->ForgetScroll();
  });
}

Host::Saved Host::WriteKept(uint32_t id, const std::string& path) {
  RequireOpen();
  const auto kept = kept_.At(id);
  const auto file = SealState(OwnerOf(machine_->core()), kept.frame, kept.state);
  WriteFileAtomically(path, file);
  return {.frame = kept.frame, .bytes = file.size()};
}

std::vector<InputRun> Host::TakeInputs() {
  RequireOpen();
  return machine_->inputs.Take();
}

size_t Host::ReadAudio(int16_t* into, size_t pairs) {
  RequireOpen();
  return machine_->audio.Read(into, pairs);
}

Host::Metrics Host::ReadMetrics() {
  RequireOpen();
  thread_->RequireAlive(hang_timeout_);
  Metrics metrics{.frames = machine_->frames(),
                  .late_frames = thread_->late_frames(),
                  .lost_frames = thread_->lost_frames(),
                  .drift_frames = thread_->drift_frames(),
                  .audio_dropped = machine_->audio.dropped(),
                  .stages = {}};
  for (size_t i = 0; i < kStages; ++i) metrics.stages[i] = machine_->stages[i].Summary();
  return metrics;
}

void Host::ResetMetrics() {
  Call([machine = machine_] { machine->ResetMetrics(); });
}

#ifdef EEVEE_TOOLS

std::vector<uint8_t> Host::ReadMemory(size_t address, size_t length) {
  const auto bytes = std::make_shared<std::vector<uint8_t>>();
  Call([machine = machine_, bytes, address, length] {
    *bytes = eevee::ReadMemory(machine->core().memory(), address, length);
  });
  return std::move(*bytes);
}

void Host::WriteMemory(size_t address, const std::vector<uint8_t>& bytes) {
  Call([machine = machine_, address, bytes] {
    machine->core().memory().Write(address, bytes, "address");
  });
}

std::vector<MemoryMap::Region> Host::ReadMemoryMap() {
  const auto regions = std::make_shared<std::vector<MemoryMap::Region>>();
  Call([machine = machine_, regions] {
    const auto all = machine->core().memory().regions();
    regions->assign(all.begin(), all.end());
  });
  return std::move(*regions);
}

std::vector<uint8_t> Host::Serialize() {
  const auto state = std::make_shared<std::vector<uint8_t>>();
  Call([machine = machine_, state] { *state = machine->core().Serialize(); });
  return std::move(*state);
}

void Host::Unserialize(const std::vector<uint8_t>& state) {
  Call([machine = machine_, state] {
    machine->core().Unserialize(state);
    machine->ForgetScroll();
  });
}

#endif

void Host::Close() {
  if (!thread_) return;
  machine_->buttons = 0;
  const auto battery = std::make_shared<std::vector<Battery::Write>>();
  if (!thread_->hung()) {
    try {
      thread_->Call(
          [machine = machine_, thread = thread_.get(), battery] {
            thread->StopClock();
            *battery = machine->core().battery().TakeChanges();
            machine->Unload();
          },
          std::max(hang_timeout_, std::chrono::milliseconds(2000)));
    } catch (const ProblemError&) {
      // It hangs on its way out; letting go is all that is left, and what Close does with a hung
      // core.
    }
  }
  machine_->DetachRing();
  FrameThread::LetGo(std::move(thread_));
  WriteBattery(*battery);
}

}  // namespace eevee
