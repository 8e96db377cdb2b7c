#include "infer/steps/conv_pack.h"

#include <cstdlib>
#include <limits>

#include "infer/refuse.h"

namespace eevee::infer {

PixelOffsets PixelOffsetsOf(const ConvOp& op, StepContext& context) {
  const Shape out = context.Info(op.output).shape;
  const Layout& from = context.Where(op.input);
  const Layout& to = context.Where(op.output);
  context.Spend(static_cast<uint64_t>(out.Pixels()) * 8);
  PixelOffsets offsets;
  offsets.count = static_cast<size_t>(out.Pixels());
  for (int32_t y = 0; y < out.height; ++y) {
    for (int32_t x = 0; x < out.width; ++x) {
      // The border is at least as wide as the padding, so that this lies in the sample.
      const int64_t in =
          static_cast<int64_t>(from.origin) +
          (int64_t{y} * op.window.stride_y - op.window.pad.top) * static_cast<int64_t>(from.row) +
          (int64_t{x} * op.window.stride_x - op.window.pad.left) * static_cast<int64_t>(from.pixel);
      offsets.input.push_back(static_cast<int32_t>(in));
      offsets.output.push_back(static_cast<int32_t>(to.At(y, x)));
    }
  }
  offsets.input.resize(offsets.count + kMostPixels - 1);
  offsets.output.resize(offsets.count + kMostPixels - 1);
  return offsets;
}

std::vector<int32_t> FoldedBias(const ConvOp& op, int32_t input_zero, bool signed_input) {
  const size_t taps = op.weights.size() / static_cast<size_t>(op.channels);
  std::vector<int32_t> folded;
  for (size_t channel = 0; channel < static_cast<size_t>(op.channels); ++channel) {
    int64_t sum = 0;
    int64_t magnitude = 0;
    for (size_t i = 0; i < taps; ++i) {
      sum += op.weights[channel * taps + i];
      magnitude += std::abs(op.weights[channel * taps + i]);
    }
    const int64_t bias = op.bias[channel] - input_zero * sum + (signed_input ? 128 * sum : 0);
    // Folding and multiplying each move a sum by at most 255 times the weights; 128 where signed.
    if (std::abs(int64_t{op.bias[channel]}) + 640 * magnitude >
        std::numeric_limits<int32_t>::max()) {
      RefuseModel("a sum of its products does not fit 32 bits");
    }
    folded.push_back(static_cast<int32_t>(bias));
  }
  return folded;
}

}  // namespace eevee::infer
