#pragma once

#include <cstdint>
#include <mutex>
#include <vector>

namespace eevee {

/// Frames in a row for which the same buttons were held.
struct InputRun {
  uint32_t frames;
  uint16_t buttons;
  bool operator==(const InputRun&) const = default;
};

/// What was pressed, frame by frame, as runs: enough to play the same session again.
class InputLog {
 public:
  /// One more frame with these buttons.
  void Add(uint16_t buttons);
  /// The runs since the last call; a run under way is cut here and goes on in the next call's list.
  std::vector<InputRun> Take();

 private:
  std::mutex mutex_;
  std::vector<InputRun> runs_;
};

}  // namespace eevee
