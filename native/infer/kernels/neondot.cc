// NEON with dot product (Armv8.2 and later, most since 2018). The product of unsigned by signed
// bytes came later (I8MM), so that input − 128 is multiplied here, and the bias makes up for it.
#include "infer/kernels/neon_block.h"
#include "infer/kernels/portable.h"
#include "infer/kernels/sets.h"
#include "infer/kernels/tile.h"

namespace eevee::infer {
namespace {

struct NeonDot : NeonBlock {
  using Inputs = int8x16_t;
  static constexpr size_t kMostSums = 6;
  static constexpr size_t kMostBlocks = 4;

  static Inputs Repeat(const uint8_t* from) {
    return vreinterpretq_s8_u8(veorq_u8(RepeatBytes(from), vdupq_n_u8(0x80)));
  }
  static Sums Multiply(Sums sums, Inputs x, const Weights& w) {
    for (int i = 0; i < 4; ++i) sums.quarter[i] = vdotq_s32(sums.quarter[i], w.quarter[i], x);
    return sums;
  }
};

}  // namespace

const Kernels kNeonDotKernels = {
    "neondot", true, ConvolveWith<NeonDot>, Depthwise, Maximum, Average, Sum, Product, Dequantize};

}  // namespace eevee::infer
