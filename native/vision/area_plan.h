#pragma once

#include <cstdint>
#include <vector>

#include "capture/picture.h"
#include "vision/kernels.h"

namespace eevee {

/// How a picture is averaged down (or up) to another size: each output pixel is the mean of the
/// area of the picture that it covers, edges counted by the part covered, rounded to the nearest
/// value, halves up. That is exact: no weight is rounded.
///
/// Along an axis of `from` pixels to `to`, both divided by their greatest common divisor, output i
/// covers `[i · from, (i + 1) · from)` and pixel x covers `[x · to, (x + 1) · to)`; a weight is
/// the length both share. An output's weights add up to `from`.
struct AreaPlan {
  AreaPlan() = default;
  /// All sizes 1 to 16384, `to_width` and `to_height` at most 4096.
  AreaPlan(uint32_t width, uint32_t height, uint32_t to_width, uint32_t to_height);

  ColumnTaps taps() const;
  /// What weighted sums of columns may be read up to; those beyond the picture's width are 0.
  uint32_t padded_width() const { return width + 8 * blocks; }
  uint32_t padded_to_width() const { return 8 * groups; }

  uint32_t width = 0;
  uint32_t height = 0;
  uint32_t to_width = 0;
  uint32_t to_height = 0;
  /// Both axes' `from` and `to` after division.
  uint32_t from_x = 0;
  uint32_t to_x = 0;
  uint32_t from_y = 0;
  uint32_t to_y = 0;
  /// Whether a column's weighted sum fits 15 bits, which is the quick way.
  bool narrow = false;

 private:
  uint32_t groups = 0;
  uint32_t blocks = 0;
  std::vector<uint32_t> starts;
  std::vector<int16_t> weights;
};

/// Runs a plan, fed row by row from the top; allocates when made and never after.
class AreaAverage {
 public:
  AreaAverage(AreaPlan plan, const Kernels& kernels);

  /// Begins a picture, whose average goes into `output`, `to_width * to_height` bytes.
  void Begin(uint8_t* output);
  /// Takes the next row of `width` pixels; its luminance goes into `grey`, `width` bytes.
  void Add(const uint8_t* pixels, PixelFormat format, uint8_t* grey);

 private:
  void Weigh(const uint8_t* grey, uint32_t weight);
  void FinishRow();

  AreaPlan plan_;
  const Kernels* kernels_;
  std::vector<uint16_t> sums_;
  std::vector<uint16_t> high_sums_;
  std::vector<uint32_t> wide_sums_;
  std::vector<int32_t> dots_;
  std::vector<int32_t> high_dots_;
  uint8_t* output_ = nullptr;
  uint32_t row_ = 0;
  uint32_t output_row_ = 0;
  bool first_ = true;
};

}  // namespace eevee
