// Included by every instruction set's file, which the compiler vectorises with that set's flags.
// All in an unnamed namespace: a copy of an inline function compiled for AVX-512 must never be the
// one that the linker keeps for everybody. For the same reason nothing of the standard library is
// used. No contraction to fused multiply-add (-ffp-contract=off): every set rounds alike.

#include "infer/kernels/kernels.h"

namespace eevee::infer {
namespace {

inline float Clamp(float value, float low, float high) {
  value = value < low ? low : value;
  return value > high ? high : value;
}

/// Rounds half to even, for |value| < 2^22: adding 1.5 · 2^23 leaves no bits for a fraction.
inline int32_t Round(float value) {
  constexpr float kMagic = 12582912.0f;
  return static_cast<int32_t>((value + kMagic) - kMagic);
}

inline uint8_t ToCode(int32_t sum, float scale, float low, float high, int32_t zero) {
  return static_cast<uint8_t>(Round(Clamp(static_cast<float>(sum) * scale, low, high)) + zero);
}

void Depthwise(const DepthwiseTask& t) noexcept {
  for (size_t pixel = 0; pixel < t.pixels; ++pixel) {
    const uint8_t* in = t.input + t.pixel_offsets[pixel];
    uint8_t* out = t.output + t.output_offsets[pixel];
    for (size_t c = 0; c < t.channels; c += kBlock) {
      const size_t left = t.channels - c;
      const size_t count = left < kBlock ? left : kBlock;
      int32_t sums[kBlock];
      if (count == kBlock) {
        for (size_t i = 0; i < kBlock; ++i) sums[i] = t.bias[c + i];
        for (size_t tap = 0; tap < t.taps; ++tap) {
          const uint8_t* x = in + t.tap_offsets[tap] + c;
          const int8_t* w = t.weights + tap * t.channels + c;
          for (size_t i = 0; i < kBlock; ++i) sums[i] += int32_t{x[i]} * int32_t{w[i]};
        }
        for (size_t i = 0; i < kBlock; ++i) {
          out[c + i] = ToCode(sums[i], t.scale[c + i], t.low, t.high, t.zero);
        }
        continue;
      }
      for (size_t i = 0; i < count; ++i) {
        int32_t sum = t.bias[c + i];
        for (size_t tap = 0; tap < t.taps; ++tap) {
          sum += int32_t{in[static_cast<size_t>(t.tap_offsets[tap]) + c + i]} *
                 int32_t{t.weights[tap * t.channels + c + i]};
        }
        out[c + i] = ToCode(sum, t.scale[c + i], t.low, t.high, t.zero);
      }
    }
  }
}

void Maximum(const PoolTask& t) noexcept {
  for (size_t c = 0; c < t.channels; ++c) t.output[c] = t.input[c];
  for (size_t y = 0; y < t.rows; ++y) {
    for (size_t x = 0; x < t.columns; ++x) {
      const uint8_t* in = t.input + y * t.row_bytes + x * t.pixel_bytes;
      uint8_t* out = t.output;
      for (size_t c = 0; c < t.channels; ++c) out[c] = in[c] > out[c] ? in[c] : out[c];
    }
  }
}

void Average(const PoolTask& t) noexcept {
  for (size_t c = 0; c < t.channels; c += kBlock) {
    const size_t left = t.channels - c;
    const size_t count = left < kBlock ? left : kBlock;
    int32_t sums[kBlock];
    for (size_t i = 0; i < kBlock; ++i) sums[i] = t.bias;
    for (size_t y = 0; y < t.rows; ++y) {
      const uint8_t* in = t.input + y * t.row_bytes + c;
      for (size_t x = 0; x < t.columns; ++x, in += t.pixel_bytes) {
        if (count == kBlock) {
          for (size_t i = 0; i < kBlock; ++i) sums[i] += in[i];
        } else {
          for (size_t i = 0; i < count; ++i) sums[i] += in[i];
        }
      }
    }
    for (size_t i = 0; i < count; ++i) {
      t.output[c + i] = ToCode(sums[i], t.scale, t.low, t.high, t.zero);
    }
  }
}

void Sum(const BinaryTask& t) noexcept {
  for (size_t i = 0; i < t.count; ++i) {
    const float a = static_cast<float>(int32_t{t.a[i]} - t.zero_a) * t.scale_a;
    const float b = static_cast<float>(int32_t{t.b[i]} - t.zero_b) * t.scale_b;
    t.output[i] = static_cast<uint8_t>(Round(Clamp(a + b, t.low, t.high)) + t.zero);
  }
}

void Product(const BinaryTask& t) noexcept {
  for (size_t i = 0; i < t.count; ++i) {
    const int32_t product = (int32_t{t.a[i]} - t.zero_a) * (int32_t{t.b[i]} - t.zero_b);
    t.output[i] = ToCode(product, t.scale_a, t.low, t.high, t.zero);
  }
}

void Dequantize(const uint8_t* codes, size_t count, int32_t zero, float scale,
                float* values) noexcept {
  for (size_t i = 0; i < count; ++i) {
    values[i] = static_cast<float>(int32_t{codes[i]} - zero) * scale;
  }
}

}  // namespace
}  // namespace eevee::infer
