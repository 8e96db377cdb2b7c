#include "vision/area_plan.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace eevee {
namespace {

/// The low half of a wide sum; the rest is at most 16384 · 255 / 2^15.
constexpr uint32_t kLowBits = 15;

}  // namespace

AreaPlan::AreaPlan(uint32_t from_width, uint32_t from_height, uint32_t wanted_width,
                   uint32_t wanted_height)
    : width(from_width), height(from_height), to_width(wanted_width), to_height(wanted_height) {
  const uint32_t divisor_x = std::gcd(width, to_width);
  const uint32_t divisor_y = std::gcd(height, to_height);
  from_x = width / divisor_x;
  to_x = to_width / divisor_x;
  from_y = height / divisor_y;
  to_y = to_height / divisor_y;
  narrow = from_y * 255 < 32768;

  const auto first_of = [&](uint32_t i) { return i * from_x / to_x; };
  const auto end_of = [&](uint32_t i) { return ((i + 1) * from_x + to_x - 1) / to_x; };
  uint32_t most = 0;
  for (uint32_t i = 0; i < to_width; ++i) most = std::max(most, end_of(i) - first_of(i));
  groups = (to_width + 7) / 8;
  blocks = (most + 7) / 8;
  starts.assign(size_t{groups} * 8, 0);
  weights.assign(size_t{groups} * blocks * 64, 0);
  for (uint32_t i = 0; i < to_width; ++i) {
    starts[i] = first_of(i);
    for (uint32_t x = first_of(i); x < end_of(i); ++x) {
      const uint32_t shared =
          std::min((x + 1) * to_x, (i + 1) * from_x) - std::max(x * to_x, i * from_x);
      const uint32_t tap = x - starts[i];
      weights[(size_t{i / 8} * blocks + tap / 8) * 64 + TapPlace(i % 8) * 8 + tap % 8] =
          static_cast<int16_t>(shared);
    }
  }
}

ColumnTaps AreaPlan::taps() const { return {groups, blocks, starts.data(), weights.data()}; }

AreaAverage::AreaAverage(AreaPlan plan, const Kernels& kernels)
    : plan_(std::move(plan)),
      kernels_(&kernels),
      sums_(plan_.padded_width()),
      dots_(plan_.padded_to_width()) {
  if (plan_.narrow) return;
  high_sums_.resize(plan_.padded_width());
  wide_sums_.resize(plan_.width);
  high_dots_.resize(plan_.padded_to_width());
}

void AreaAverage::Begin(uint8_t* output) {
  output_ = output;
  row_ = 0;
  output_row_ = 0;
  first_ = true;
}

void AreaAverage::Add(const uint8_t* pixels, PixelFormat format, uint8_t* grey) {
  const size_t index = static_cast<size_t>(format);
  const uint32_t from = row_ * plan_.to_y;
  const uint32_t end = from + plan_.to_y;
  ++row_;
  bool converted = false;
  // At least one output row takes each row in, for the outputs' areas cover the picture.
  for (;;) {
    const uint32_t output_from = output_row_ * plan_.from_y;
    const uint32_t output_end = output_from + plan_.from_y;
    const uint32_t weight = std::min(end, output_end) - std::max(from, output_from);
    if (converted) {
      Weigh(grey, weight);
    } else if (plan_.narrow) {
      kernels_->grey_weigh[index](pixels, plan_.width, weight, first_, grey, sums_.data());
    } else {
      kernels_->grey[index](pixels, plan_.width, grey);
      Weigh(grey, weight);
    }
    converted = true;
    first_ = output_end <= end;
    if (!first_) return;
    FinishRow();
    ++output_row_;
    if (output_end == end) return;
  }
}

void AreaAverage::Weigh(const uint8_t* grey, uint32_t weight) {
  if (plan_.narrow) return kernels_->weigh(grey, plan_.width, weight, first_, sums_.data());
  kernels_->weigh_wide(grey, plan_.width, weight, first_, wide_sums_.data());
}

void AreaAverage::FinishRow() {
  uint8_t* const out = output_ + size_t{output_row_} * plan_.to_width;
  if (plan_.narrow) {
    const uint32_t divisor = plan_.from_x * plan_.from_y;
    kernels_->dots(sums_.data(), plan_.taps(), dots_.data());
    return kernels_->divide(dots_.data(), plan_.to_width, divisor / 2, divisor, out);
  }
  for (uint32_t x = 0; x < plan_.width; ++x) {
    sums_[x] = static_cast<uint16_t>(wide_sums_[x] & ((1u << kLowBits) - 1));
    high_sums_[x] = static_cast<uint16_t>(wide_sums_[x] >> kLowBits);
  }
  kernels_->dots(sums_.data(), plan_.taps(), dots_.data());
  kernels_->dots(high_sums_.data(), plan_.taps(), high_dots_.data());
  const uint64_t divisor = uint64_t{plan_.from_x} * plan_.from_y;
  // Cut down in doubles for the reason given at SimdDivide: the divisor is at most 2^28 here.
  const double inverse = 1.0 / static_cast<double>(divisor);
  for (uint32_t i = 0; i < plan_.to_width; ++i) {
    const uint64_t sum = (static_cast<uint64_t>(high_dots_[i]) << kLowBits) +
                         static_cast<uint64_t>(dots_[i]) + divisor / 2;
    out[i] = static_cast<uint8_t>((static_cast<double>(sum) + 0.25) * inverse);
  }
}

}  // namespace eevee
