#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace eevee {

/// Holds back black pictures that programs show for a moment while they resize, switch buffers or
/// change modes. After `most` in a row black is what the game shows, and passes.
class BlackFrames {
 public:
  explicit BlackFrames(uint32_t most) : most_(most) {}

  /// Whether the picture of this luminance should be replaced by the last good one.
  bool Hold(std::span<const uint8_t> grey);

  /// Black pictures so far, and those of them that were held back.
  uint64_t black() const { return black_; }
  uint64_t held() const { return held_; }

 private:
  uint32_t most_;
  uint32_t in_a_row_ = 0;
  bool seen_good_ = false;
  uint64_t black_ = 0;
  uint64_t held_ = 0;
};

}  // namespace eevee
