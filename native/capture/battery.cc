#include "capture/battery.h"

#include <algorithm>
#include <span>

#include "base/files.h"

namespace eevee {
namespace {

// Larger than any cartridge's: a file beyond it is not ours.
constexpr size_t kLargestBattery = size_t{4} << 20;

std::span<uint8_t> CoreMemory(const CoreLibrary& core, unsigned id) {
  auto* data = static_cast<uint8_t*>(core.get_memory_data(id));
  const size_t bytes = data != nullptr ? core.get_memory_size(id) : 0;
  return {data, bytes};
}

}  // namespace

void Battery::Load() {
  for (Memory& memory : memories_) {
    const auto target = CoreMemory(core_, memory.id);
    if (target.empty()) continue;
    if (const auto file = ReadWholeFile(path_ + memory.extension, kLargestBattery)) {
      std::copy_n(file->begin(), std::min(file->size(), target.size()), target.begin());
    }
    memory.known.assign(target.begin(), target.end());
  }
}

std::vector<Battery::Write> Battery::TakeChanges() {
  std::vector<Write> writes;
  for (Memory& memory : memories_) {
    const auto now = CoreMemory(core_, memory.id);
    if (now.empty() ||
        std::equal(now.begin(), now.end(), memory.known.begin(), memory.known.end())) {
      continue;
    }
    memory.known.assign(now.begin(), now.end());
    writes.push_back({path_ + memory.extension, memory.known});
  }
  return writes;
}

void Battery::Untake() {
  for (Memory& memory : memories_) memory.known.clear();
}

}  // namespace eevee
