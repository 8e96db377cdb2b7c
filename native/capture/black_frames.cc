#include "capture/black_frames.h"

namespace eevee {
namespace {

// What a screen shows as black need not be 0.
constexpr uint8_t kBlackest = 8;

bool IsBlack(std::span<const uint8_t> grey) {
  // Nearly every picture has something light in its first rows: those end the search at once.
  for (const uint8_t value : grey) {
    if (value > kBlackest) return false;
  }
  return true;
}

}  // namespace

bool BlackFrames::Hold(std::span<const uint8_t> grey) {
  if (!IsBlack(grey)) {
    seen_good_ = true;
    in_a_row_ = 0;
    return false;
  }
  ++black_;
  if (!seen_good_ || in_a_row_ >= most_) return false;
  ++in_a_row_;
  ++held_;
  return true;
}

}  // namespace eevee
