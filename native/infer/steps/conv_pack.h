#pragma once

#include <cstdint>
#include <vector>

#include "infer/steps/step.h"

namespace eevee::infer {

/// Where an output pixel's window begins in its input sample, and where its channels go in the
/// output sample; pixel by pixel, in elements, and some zeros behind (see ConvTask).
struct PixelOffsets {
  size_t count = 0;
  std::vector<int32_t> input = {};
  std::vector<int32_t> output = {};
};
PixelOffsets PixelOffsetsOf(const ConvOp& op, StepContext& context);

/// The biases that the kernels start from: with the zero point of the input folded in, which every
/// input byte, border included, is short of. Throws `resource.model-invalid` where a sum could
/// leave 32 bits.
std::vector<int32_t> FoldedBias(const ConvOp& op, int32_t input_zero, bool signed_input);

}  // namespace eevee::infer
