// The reference: what every other instruction set has to give, byte for byte.
#include "infer/kernels/portable.h"
#include "infer/kernels/sets.h"

namespace eevee::infer {
namespace {

void Convolve(const ConvTask& t) noexcept {
  for (size_t i = 0; i < t.pixels * t.batch; ++i) {
    const size_t sample = i / t.pixels;
    const size_t pixel = i % t.pixels;
    const uint8_t* in = t.input + sample * t.input_sample + t.pixel_offsets[pixel];
    const size_t out = sample * t.output_sample + static_cast<size_t>(t.output_offsets[pixel]);
    const size_t blocks = (t.channels + kBlock - 1) / kBlock;
    const int8_t* weights = t.weights;
    for (size_t first = 0; first < blocks; first += t.group_blocks) {
      const size_t left = blocks - first;
      const size_t group = left < t.group_blocks ? left : t.group_blocks;
      for (size_t lane = 0; lane < group * kBlock; ++lane) {
        const size_t channel = first * kBlock + lane;
        if (channel >= t.channels) break;
        int32_t sum = t.bias[channel];
        for (size_t tap = 0; tap < t.taps; ++tap) {
          const uint8_t* x = in + t.tap_offsets[tap];
          const int8_t* w = weights + (tap * group * kBlock + lane) * 4;
          for (size_t byte = 0; byte < 4; ++byte) sum += int32_t{x[byte]} * int32_t{w[byte]};
        }
        if (t.float_output) {
          t.float_output[out + channel] =
              Clamp(static_cast<float>(sum) * t.scale[channel], t.low, t.high);
        } else {
          t.output[out + channel] = ToCode(sum, t.scale[channel], t.low, t.high, t.zero);
        }
      }
      weights += t.taps * group * kBlock * 4;
    }
  }
}

}  // namespace

const Kernels kScalarKernels = {"scalar", false, Convolve, Depthwise, Maximum,
                                Average,  Sum,   Product,  Dequantize};

}  // namespace eevee::infer
