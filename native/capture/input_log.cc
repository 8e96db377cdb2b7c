#include "capture/input_log.h"

#include <limits>
#include <utility>

namespace eevee {

void InputLog::Add(uint16_t buttons) {
  const std::lock_guard lock(mutex_);
  if (!runs_.empty() && runs_.back().buttons == buttons &&
      runs_.back().frames < std::numeric_limits<uint32_t>::max()) {
    ++runs_.back().frames;
    return;
  }
  runs_.push_back({1, buttons});
}

std::vector<InputRun> InputLog::Take() {
  const std::lock_guard lock(mutex_);
  return std::exchange(runs_, {});
}

}  // namespace eevee
