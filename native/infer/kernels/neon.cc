// NEON without dot product: every 64-bit Arm processor.
#include "infer/kernels/neon_block.h"
#include "infer/kernels/portable.h"
#include "infer/kernels/sets.h"
#include "infer/kernels/tile.h"

namespace eevee::infer {
namespace {

struct Neon : NeonBlock {
  using Inputs = int16x8_t;  // four bytes widened, twice
  static constexpr size_t kMostSums = 4;
  static constexpr size_t kMostBlocks = 4;

  static Inputs Repeat(const uint8_t* from) {
    return vreinterpretq_s16_u16(vmovl_u8(vget_low_u8(RepeatBytes(from))));
  }
  static Sums Multiply(Sums sums, Inputs x, const Weights& w) {
    for (int i = 0; i < 4; ++i) {
      const int16x8_t low = vmovl_s8(vget_low_s8(w.quarter[i]));
      const int16x8_t high = vmovl_s8(vget_high_s8(w.quarter[i]));
      // Four products of each of two channels, added in pairs and again in pairs.
      const int32x4_t first = vpaddq_s32(vmull_s16(vget_low_s16(low), vget_low_s16(x)),
                                         vmull_s16(vget_high_s16(low), vget_high_s16(x)));
      const int32x4_t second = vpaddq_s32(vmull_s16(vget_low_s16(high), vget_low_s16(x)),
                                          vmull_s16(vget_high_s16(high), vget_high_s16(x)));
      sums.quarter[i] = vaddq_s32(sums.quarter[i], vpaddq_s32(first, second));
    }
    return sums;
  }
};

}  // namespace

const Kernels kNeonKernels = {"neon", false,   ConvolveWith<Neon>, Depthwise, Maximum, Average,
                              Sum,    Product, Dequantize};

}  // namespace eevee::infer
