#pragma once

#include <cstddef>
#include <cstdint>

namespace eevee::infer {

/// Output channels come in blocks of this many, on every instruction set: one AVX-512 register of
/// 32-bit sums, two of AVX2, four of NEON.
inline constexpr size_t kBlock = 16;

/// The most output pixels that are computed at once.
inline constexpr size_t kMostPixels = 8;

/// A convolution over a batch. For each output pixel and channel:
///
///   sum  = bias[c] + Σ_tap Σ_{i<4} input[pixel + tap_offset + i] · weight[c][tap][i]
///   code = clamp(round_to_even(float(sum) · scale[c]), low, high) + zero
///
/// A *tap* is four neighbouring input bytes. Weights beyond a tap's real bytes are 0, so that
/// reading them is harmless; the arena has room for it behind its last tensor. In memory:
/// weights[group of blocks][tap][block of the group][16 channels][4 bytes], in one stream as read.
struct ConvTask {
  const uint8_t* input;
  size_t input_sample;           // bytes from one sample to the next
  const int32_t* pixel_offsets;  // with kMostPixels − 1 more behind, as `output_offsets`
  size_t pixels;                 // of one sample
  size_t batch;

  const int32_t* tap_offsets;
  size_t taps;
  const int8_t* weights;
  const int32_t* bias;  // padded to whole blocks, as is `scale`
  const float* scale;
  size_t channels;
  size_t group_blocks;  // blocks of a group; the last group may have fewer
  bool narrow_weights;  // all in [−64, 63]: pairs of products fit 16 bits (vpmaddubsw)

  uint8_t* output;       // codes, or
  float* float_output;   // float(sum) · scale clamped to low and high
  size_t output_sample;  // elements from one sample to the next
  const int32_t* output_offsets;
  float low, high;
  int32_t zero;
};

/// One filter a channel; weights[tap][channel], a tap being one input pixel.
struct DepthwiseTask {
  const uint8_t* input;
  const int32_t* pixel_offsets;
  size_t pixels;
  const int32_t* tap_offsets;
  size_t taps;
  const int8_t* weights;
  const int32_t* bias;
  const float* scale;
  size_t channels;
  uint8_t* output;
  const int32_t* output_offsets;
  float low, high;
  int32_t zero;
};

/// One output pixel of a pool: `rows` × `columns` input pixels that lie in the picture.
struct PoolTask {
  const uint8_t* input;
  size_t row_bytes;
  size_t pixel_bytes;  // from one column to the next
  size_t rows, columns;
  size_t channels;
  uint8_t* output;
  // Average only: code = clamp(round(float(sum + bias) · scale), low, high) + zero.
  int32_t bias;
  float scale, low, high;
  int32_t zero;
};

/// `count` neighbouring elements of a sum or product of two tensors (see BinaryOp).
struct BinaryTask {
  const uint8_t* a;
  const uint8_t* b;
  uint8_t* output;
  size_t count;
  int32_t zero_a, zero_b;
  float scale_a, scale_b, low, high;
  int32_t zero;
};

/// The same functions for one instruction set. All sets give the same bytes.
struct Kernels {
  const char* name;
  /// The convolution multiplies input − 128 instead of input: `bias` has to make up for it.
  bool signed_input;
  void (*convolve)(const ConvTask&) noexcept;
  void (*depthwise)(const DepthwiseTask&) noexcept;
  void (*maximum)(const PoolTask&) noexcept;
  void (*average)(const PoolTask&) noexcept;
  void (*sum)(const BinaryTask&) noexcept;
  void (*product)(const BinaryTask&) noexcept;
  void (*dequantize)(const uint8_t* codes, size_t count, int32_t zero, float scale,
                     float* values) noexcept;
};

}  // namespace eevee::infer
