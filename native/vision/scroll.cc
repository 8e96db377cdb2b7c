#include "vision/scroll.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>

namespace eevee {
namespace {

/// Every so many rows are compared: odd, so that they do not beat with 8-pixel tiles.
constexpr int kRowStep = 3;
/// A shift must leave at most this share of the best difference so far: a gain, not a tie.
constexpr uint64_t kGainNumerator = 49;
constexpr uint64_t kGainDenominator = 50;

/// Sum of absolute differences of two rows. Written so that compilers turn it into psadbw or sabal.
uint32_t RowDifference(const uint8_t* a, const uint8_t* b, int count) {
  uint32_t sum = 0;
  for (int i = 0; i < count; ++i) sum += static_cast<uint32_t>(std::abs(int{a[i]} - int{b[i]}));
  return sum;
}

}  // namespace

ScrollEstimator::ScrollEstimator(uint32_t width, uint32_t height)
    : width_(static_cast<int>(width)),
      height_(static_cast<int>(height)),
      before_(size_t{width} * height) {}

uint64_t ScrollEstimator::Difference(const uint8_t* after, int dx, int dy) const {
  // The same rows and columns for every shift, so that the sums can be compared as they are.
  const int columns = width_ - 2 * kMaxShift;
  uint64_t sum = 0;
  for (int y = kMaxShift; y < height_ - kMaxShift; y += kRowStep) {
    const uint8_t* row = after + y * width_ + kMaxShift;
    const uint8_t* row_before = before_.data() + (y + dy) * width_ + kMaxShift + dx;
    sum += RowDifference(row, row_before, columns);
  }
  return sum;
}

Scroll ScrollEstimator::Next(const uint8_t* grey) {
  Scroll best;
  if (has_before_ && width_ > 2 * kMaxShift && height_ > 2 * kMaxShift) {
    uint64_t least = Difference(grey, 0, 0);
    for (int distance = 1; distance <= kMaxShift && least > 0; ++distance) {
      for (const auto& [dx, dy] : std::array<std::array<int, 2>, 4>{
               {{distance, 0}, {-distance, 0}, {0, distance}, {0, -distance}}}) {
        const uint64_t difference = Difference(grey, dx, dy);
        if (difference * kGainDenominator >= least * kGainNumerator) continue;
        least = difference;
        best = {dx, dy};
      }
    }
  }
  std::memcpy(before_.data(), grey, before_.size());
  has_before_ = true;
  return best;
}

}  // namespace eevee
