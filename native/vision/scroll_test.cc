#include "vision/scroll.h"

#include <random>
#include <vector>

#include "testing/test.h"

namespace eevee {
namespace {

constexpr int kWidth = 160;
constexpr int kHeight = 144;

/// A picture of 8×8 tiles out of a small set, as games of this kind draw it.
class Scene {
 public:
  explicit Scene(uint32_t seed) : random_(seed), tiles_(12 * 64), map_(40 * 40) {
    for (uint8_t& pixel : tiles_) pixel = static_cast<uint8_t>(random_() % 4 * 85);
    for (uint8_t& tile : map_) tile = static_cast<uint8_t>(random_() % 12);
  }

  std::vector<uint8_t> From(int left, int top) const {
    std::vector<uint8_t> grey(kWidth * kHeight);
    for (int y = 0; y < kHeight; ++y) {
      for (int x = 0; x < kWidth; ++x) {
        const int u = x + left;
        const int v = y + top;
        const int tile = map_[static_cast<size_t>((v / 8) * 40 + u / 8)];
        grey[static_cast<size_t>(y * kWidth + x)] =
            tiles_[static_cast<size_t>(tile * 64 + v % 8 * 8 + u % 8)];
      }
    }
    return grey;
  }

 private:
  std::mt19937 random_;
  std::vector<uint8_t> tiles_;
  std::vector<uint8_t> map_;
};

void DrawSprite(std::vector<uint8_t>& grey, int left, int top, uint8_t shade) {
  for (int y = top; y < top + 16; ++y) {
    for (int x = left; x < left + 16; ++x) grey[static_cast<size_t>(y * kWidth + x)] = shade;
  }
}

TEST(a_scroll_is_found_whatever_moves_in_front) {
  std::mt19937 random(1);
  for (uint32_t seed = 0; seed < 40; ++seed) {
    const Scene scene(seed);
    for (int shift = -ScrollEstimator::kMaxShift; shift <= ScrollEstimator::kMaxShift; ++shift) {
      const bool down = random() % 2 == 0;
      ScrollEstimator estimator(kWidth, kHeight);
      std::vector<uint8_t> before = scene.From(40, 40);
      std::vector<uint8_t> after = down ? scene.From(40, 40 + shift) : scene.From(40 + shift, 40);
      DrawSprite(before, 64, 64, 0);
      DrawSprite(after, 64, 64, 255);
      DrawSprite(after, static_cast<int>(random() % 140), 20, 10);
      estimator.Next(before.data());
      const Scroll scroll = estimator.Next(after.data());
      CHECK_EQ(scroll.dx, down ? 0 : shift);
      CHECK_EQ(scroll.dy, down ? shift : 0);
    }
  }
}

TEST(the_first_frame_and_bare_ground_do_not_scroll) {
  ScrollEstimator estimator(kWidth, kHeight);
  const std::vector<uint8_t> bare(kWidth * kHeight, 170);
  const std::vector<uint8_t> scene = Scene(3).From(40, 40);
  CHECK_EQ(estimator.Next(scene.data()).dx, 0);
  estimator.Reset();
  CHECK_EQ(estimator.Next(bare.data()).dx, 0);
  CHECK_EQ(estimator.Next(bare.data()).dy, 0);
}

TEST(a_picture_smaller_than_the_search_is_left_alone) {
  ScrollEstimator estimator(8, 3);
  const std::vector<uint8_t> tiny(24, 1);
  estimator.Next(tiny.data());
  CHECK_EQ(estimator.Next(tiny.data()).dx, 0);
}

}  // namespace
}  // namespace eevee
