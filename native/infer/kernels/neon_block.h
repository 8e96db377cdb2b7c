// What NEON with and without dot product share: blocks of 16 sums in four registers. Unnamed, see
// portable.h.
#include <arm_neon.h>

#include "infer/kernels/kernels.h"

namespace eevee::infer {
namespace {

struct NeonBlock {
  struct Sums {
    int32x4_t quarter[4];
  };
  struct Weights {
    int8x16_t quarter[4];
  };

  static Sums Load(const int32_t* from) {
    return {{vld1q_s32(from), vld1q_s32(from + 4), vld1q_s32(from + 8), vld1q_s32(from + 12)}};
  }
  static Weights LoadWeights(const int8_t* from) {
    return {{vld1q_s8(from), vld1q_s8(from + 16), vld1q_s8(from + 32), vld1q_s8(from + 48)}};
  }
  static uint8x16_t RepeatBytes(const uint8_t* from) {
    uint32_t four;
    __builtin_memcpy(&four, from, sizeof four);
    return vreinterpretq_u8_u32(vdupq_n_u32(four));
  }

  static float32x4_t Scaled(int32x4_t sums, const float* scale, float low, float high) {
    const float32x4_t value = vmulq_f32(vcvtq_f32_s32(sums), vld1q_f32(scale));
    return vminq_f32(vmaxq_f32(value, vdupq_n_f32(low)), vdupq_n_f32(high));
  }
  static uint16x4_t Codes(int32x4_t sums, const float* scale, float low, float high, int32_t zero) {
    const int32x4_t codes =
        vaddq_s32(vcvtnq_s32_f32(Scaled(sums, scale, low, high)), vdupq_n_s32(zero));
    return vmovn_u32(vreinterpretq_u32_s32(codes));
  }

  static void Store(const Sums& sums, const float* scale, float low, float high, int32_t zero,
                    uint8_t* to, size_t count) {
    const auto half = [&](int first) {
      const float* s = scale + 4 * first;
      return vmovn_u16(vcombine_u16(Codes(sums.quarter[first], s, low, high, zero),
                                    Codes(sums.quarter[first + 1], s + 4, low, high, zero)));
    };
    const uint8x16_t bytes = vcombine_u8(half(0), half(2));
    if (count == kBlock) return vst1q_u8(to, bytes);
    uint8_t all[kBlock];
    vst1q_u8(all, bytes);
    for (size_t i = 0; i < count; ++i) to[i] = all[i];
  }

  static void StoreFloats(const Sums& sums, const float* scale, float low, float high, float* to,
                          size_t count) {
    float all[kBlock];
    for (int i = 0; i < 4; ++i) {
      vst1q_f32(all + 4 * i, Scaled(sums.quarter[i], scale + 4 * i, low, high));
    }
    for (size_t i = 0; i < count; ++i) to[i] = all[i];
  }
};

}  // namespace
}  // namespace eevee::infer
