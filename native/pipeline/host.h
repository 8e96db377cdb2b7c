#pragma once

#include <array>
#include <chrono>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "capture/input_log.h"
#include "capture/kept_states.h"
#include "capture/libretro_host.h"
#include "pipeline/frame_thread.h"
#include "pipeline/histogram.h"

namespace eevee {

struct EyesModel;

/// A core with a game on a frame thread of its own: every verb of the door, without Node. All verbs
/// are for one caller's thread. They throw ProblemError: `session.ended` after Close,
/// `session.core-hung` once the core has hung (from then on always), whatever stopped the paced
/// clock, and what each verb says itself.
class Host {
 public:
  struct Options {
    LoadOptions load;
    /// How long one frame may take.
    std::chrono::milliseconds hang_timeout{1000};
  };
  struct Info {
    CoreInfo core;
    lr_av_info av;
  };
  /// kPath is a frame's whole way on the frame thread; kAge, how long ago the core handed its
  /// picture over when its observation could be read: the part of it that lies after the core.
  /// kWork is the processor time of kPath: a path that took long without it was the machine's
  /// pause, not ours.
  enum Stage { kLate, kCore, kPreprocess, kPublish, kInfer, kPath, kAge, kWork, kStages };
  struct Metrics {
    uint64_t frames = 0;
    uint64_t late_frames = 0;
    /// Frames that the clock gave up after a stall (see Pacer).
    uint64_t lost_frames = 0;
    double drift_frames = 0;
    uint64_t audio_dropped = 0;
    std::array<Histogram::Stats, kStages> stages{};
  };

  /// Loads core and game. Throws `resource.*`, `configuration.invalid`; see LibretroHost.
  static std::unique_ptr<Host> Open(const Options& options);
  /// Closes.
  ~Host();

  const Info& info() const { return info_; }

  /// Bytes of the ring that Attach wants, see frame_ring.h.
  size_t RingBytes() const;
  /// From now on pictures go to `memory`, which must stay until Close has returned.
  void AttachRing(uint8_t* memory);

  /// Has each frame from the next one on looked at by this network: an ONNX file, see
  /// pipeline/observer.h. While frames run, none is lost and none waits: the network is read before
  /// the frame thread hears of it. Throws `resource.model-invalid`; with `field` "operator" where
  /// only our engine cannot run it.
  void AttachEyes(const EyesModel& model);

  /// Lockstep. Throws `session.wrong-state` while the clock runs.
  void Run(uint32_t frames, uint16_t buttons);
  /// Real time: the buttons held from the next frame on.
  void SetButtons(uint16_t buttons);
  /// Starts the clock at `speed` times the core's rate; a running clock starts anew.
  void StartClock(double speed);
  void SetSpeed(double speed);
  /// Stops the clock after the frame under way.
  void StopClock();

  struct Saved {
    uint64_t frame;
    size_t bytes;
  };
  /// Writes state and battery. Throws `resource.disk-full`, `resource.folder-read-only`,
  /// `resource.core-invalid`.
  Saved SaveState(const std::string& path);
  /// Returns the frame number it was saved at. Throws `resource.state-missing`, `-broken`,
  /// `-foreign`.
  uint64_t LoadState(const std::string& path);

  struct KeptState {
    uint32_t id;
    /// Frames run since the game was loaded: the number of the next frame.
    uint64_t frame;
  };
  /// Keeps the core's state in memory, packed; the frame thread only copies it.
  KeptState KeepState();
  /// Goes back to a kept state. Throws `resource.state-missing`.
  void RecallState(uint32_t id);
  /// Writes a kept state as SaveState writes the present one, without the battery. Throws what
  /// SaveState throws, and `resource.state-missing`.
  Saved WriteKept(uint32_t id, const std::string& path);
  void DropKept(uint32_t id) { kept_.Drop(id); }
  /// Bytes that all kept states take.
  size_t kept_bytes() const { return kept_.bytes(); }

  std::vector<InputRun> TakeInputs();
  /// At most `pairs` stereo pairs into `into`; returns how many.
  size_t ReadAudio(int16_t* into, size_t pairs);
  Metrics ReadMetrics();
  void ResetMetrics();

#ifdef EEVEE_TOOLS
  std::vector<uint8_t> ReadMemory(size_t address, size_t length);
  void WriteMemory(size_t address, const std::vector<uint8_t>& bytes);
  std::vector<MemoryMap::Region> ReadMemoryMap();
  std::vector<uint8_t> Serialize();
  void Unserialize(const std::vector<uint8_t>& state);
#endif

  /// Unloads game and core and writes the battery. A hung core is let go with its thread instead,
  /// and the process can open no other. Closing twice is fine. Throws only what writing the battery
  /// throws.
  void Close();

 private:
  class Machine;
  explicit Host(const Options& options);
  void RequireOpen();
  void RequireClockStopped();
  void RequireSpeed(double speed);
  void Call(const std::function<void()>& job);

  std::chrono::milliseconds hang_timeout_;
  Info info_;
  KeptStates kept_;
  std::shared_ptr<Machine> machine_;
  std::unique_ptr<FrameThread> thread_;
};

}  // namespace eevee
