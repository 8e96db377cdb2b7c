#pragma once

#include <cstdint>
#include <vector>

namespace eevee {

/// Pixels by which a view moved over its map: positive x = it went right.
struct Scroll {
  int dx = 0;
  int dy = 0;
};

/// Tells by how many pixels the view scrolled from one frame to the next, from luminance alone: the
/// shift along one axis with the smallest sum of absolute differences. Games of this kind scroll
/// along one axis at a time, by a pixel or two a frame. The smallest shift wins ties: tiled ground
/// repeats, and bare ground fits every shift.
class ScrollEstimator {
 public:
  /// Farthest shift looked for between two frames, in pixels.
  static constexpr int kMaxShift = 4;

  /// For pictures of this size; allocates here and never again.
  ScrollEstimator(uint32_t width, uint32_t height);

  /// The scroll from the frame given before to this one; none for the first frame.
  Scroll Next(const uint8_t* grey);
  /// Forgets the frame before (after a state was loaded).
  void Reset() { has_before_ = false; }

 private:
  uint64_t Difference(const uint8_t* after, int dx, int dy) const;

  int width_;
  int height_;
  std::vector<uint8_t> before_;
  bool has_before_ = false;
};

}  // namespace eevee
