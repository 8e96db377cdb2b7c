// 64-bit Arm, where Advanced SIMD is always there.
#if defined(__aarch64__) || defined(_M_ARM64)
#include <arm_neon.h>

#include "vision/kernels_simd.h"

namespace eevee {
namespace {

struct NeonSteps {
  template <typename Format>
  static constexpr uint32_t kGreyPixels = sizeof(typename Format::Word) == 4 ? 16 : 8;

  static uint8x8_t Weigh8(uint8x8_t red, uint8x8_t green, uint8x8_t blue) {
    uint16x8_t sum = vmull_u8(green, vdup_n_u8(150));
    sum = vmlal_u8(sum, red, vdup_n_u8(77));
    sum = vmlal_u8(sum, blue, vdup_n_u8(29));
    return vrshrn_n_u16(sum, 8);
  }
  static void Grey(Xrgb8888, const uint8_t* at, uint8_t* grey) {
    const uint8x16x4_t channels = vld4q_u8(at);
    const uint8x16_t blue = channels.val[0];
    const uint8x16_t green = channels.val[1];
    const uint8x16_t red = channels.val[2];
    vst1_u8(grey, Weigh8(vget_low_u8(red), vget_low_u8(green), vget_low_u8(blue)));
    vst1_u8(grey + 8, Weigh8(vget_high_u8(red), vget_high_u8(green), vget_high_u8(blue)));
  }

  /// From the top 5 bits of each word, widened to 8 by repeating the high ones.
  static uint8x8_t Top5(uint16x8_t words) {
    const uint8x8_t top = vand_u8(vshrn_n_u16(words, 8), vdup_n_u8(0xf8));
    return vsri_n_u8(top, top, 5);
  }
  static uint8x8_t Top6(uint16x8_t words) {
    const uint8x8_t top = vand_u8(vshrn_n_u16(words, 8), vdup_n_u8(0xfc));
    return vsri_n_u8(top, top, 6);
  }
  static uint8x8_t Grey8(Rgb565, uint16x8_t words) {
    return Weigh8(Top5(words), Top6(vshlq_n_u16(words, 5)), Top5(vshlq_n_u16(words, 11)));
  }
  static uint8x8_t Grey8(Rgb1555, uint16x8_t words) {
    return Weigh8(Top5(vshlq_n_u16(words, 1)), Top5(vshlq_n_u16(words, 6)),
                  Top5(vshlq_n_u16(words, 11)));
  }
  template <typename Format>
  static void Grey(Format format, const uint8_t* at, uint8_t* grey) {
    // As bytes, for rows need not be aligned to their pixels.
    vst1_u8(grey, Grey8(format, vreinterpretq_u16_u8(vld1q_u8(at))));
  }

  static constexpr uint32_t kWeighPixels = 8;
  static uint16_t Factor(uint32_t weight, uint16_t) { return static_cast<uint16_t>(weight); }
  static uint32_t Factor(uint32_t weight, uint32_t) { return weight; }
  template <bool kFirst>
  static void Weigh(const uint8_t* grey, uint16_t factor, uint16_t* sums) {
    const uint16x8_t before = kFirst ? vdupq_n_u16(0) : vld1q_u16(sums);
    vst1q_u16(sums, vmlaq_n_u16(before, vmovl_u8(vld1_u8(grey)), factor));
  }
  template <bool kFirst>
  static void Weigh(const uint8_t* grey, uint32_t factor, uint32_t* sums) {
    const uint16x8_t words = vmovl_u8(vld1_u8(grey));
    const uint16_t weight = static_cast<uint16_t>(factor);
    const uint32x4_t low = kFirst ? vdupq_n_u32(0) : vld1q_u32(sums);
    const uint32x4_t high = kFirst ? vdupq_n_u32(0) : vld1q_u32(sums + 4);
    vst1q_u32(sums, vmlal_n_u16(low, vget_low_u16(words), weight));
    vst1q_u32(sums + 4, vmlal_n_u16(high, vget_high_u16(words), weight));
  }

  static void Dots4(const uint16_t* sums, const uint32_t* starts, const int16_t* weights,
                    uint32_t blocks, int32_t* dots) {
    int32x4_t dot[4] = {vdupq_n_s32(0), vdupq_n_s32(0), vdupq_n_s32(0), vdupq_n_s32(0)};
    for (uint32_t block = 0; block < blocks; ++block) {
      for (uint32_t i = 0; i < 4; ++i) {
        const int16x8_t columns = vreinterpretq_s16_u16(vld1q_u16(sums + starts[i]));
        const int16x8_t weight = vld1q_s16(weights + i * 16);
        dot[i] = vmlal_s16(dot[i], vget_low_s16(columns), vget_low_s16(weight));
        dot[i] = vmlal_s16(dot[i], vget_high_s16(columns), vget_high_s16(weight));
      }
      sums += 8;
      weights += 64;
    }
    vst1q_s32(dots, vpaddq_s32(vpaddq_s32(dot[0], dot[1]), vpaddq_s32(dot[2], dot[3])));
  }
  static void Dots8(const uint16_t* sums, const uint32_t* starts, const int16_t* weights,
                    uint32_t blocks, int32_t* dots) {
    Dots4(sums, starts, weights, blocks, dots);
    Dots4(sums, starts + 4, weights + TapPlace(4) * 8, blocks, dots + 4);
  }

  static int32x2_t Divide2(const int32_t* dots, double offset, double inverse) {
    const float64x2_t dividend =
        vaddq_f64(vcvtq_f64_s64(vmovl_s32(vld1_s32(dots))), vdupq_n_f64(offset));
    return vmovn_s64(vcvtq_s64_f64(vmulq_n_f64(dividend, inverse)));
  }
  static int16x4_t Divide4(const int32_t* dots, double offset, double inverse) {
    return vmovn_s32(
        vcombine_s32(Divide2(dots, offset, inverse), Divide2(dots + 2, offset, inverse)));
  }
  static void Divide8(const int32_t* dots, double offset, double inverse, uint8_t* grey) {
    vst1_u8(grey, vqmovun_s16(vcombine_s16(Divide4(dots, offset, inverse),
                                           Divide4(dots + 4, offset, inverse))));
  }

  static constexpr uint32_t kTiles = 2;
  static uint64x2_t HashSeed() { return vdupq_n_u64(kHashSeed); }
  static uint64x2_t LoadRow(const uint8_t* at) { return vreinterpretq_u64_u8(vld1q_u8(at)); }
  static uint64x2_t Xor(uint64x2_t a, uint64x2_t b) { return veorq_u64(a, b); }
  static uint64x2_t Round(uint64x2_t h) {
    const uint64x2_t low = vmull_u32(vmovn_u64(h), vdup_n_u32(kHashLow));
    const uint64x2_t high = vmull_u32(vshrn_n_u64(h, 32), vdup_n_u32(kHashHigh));
    return vaddq_u64(low, vreinterpretq_u64_u32(vrev64q_u32(vreinterpretq_u32_u64(high))));
  }
  static void StoreHashes(uint64_t* to, uint64x2_t h) { vst1q_u64(to, h); }
};

}  // namespace

constinit const Kernels kNeonKernels = MakeKernels<NeonSteps>(Isa::kNeon);

}  // namespace eevee
#endif
