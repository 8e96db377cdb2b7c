#pragma once

// The loops around an instruction set's steps. A file of kernels defines a struct of steps and
// takes its table from MakeKernels; see kernels_sse4.cc for what the steps are.
#include "vision/kernels_scalar.h"

namespace eevee {
namespace {

/// Luminance of a row. What is left at its end is done by one more step that overlaps the last:
/// the same bytes are written twice.
template <typename Steps, typename Format>
void SimdGrey(const uint8_t* row, uint32_t width, uint8_t* grey) {
  constexpr uint32_t kPixels = Steps::template kGreyPixels<Format>;
  constexpr size_t kBytes = sizeof(typename Format::Word);
  if (width < kPixels) return ScalarGrey<Format>(row, width, grey);
  uint32_t x = 0;
  for (; x + kPixels <= width; x += kPixels) Steps::Grey(Format{}, row + x * kBytes, grey + x);
  if (x == width) return;
  x = width - kPixels;
  Steps::Grey(Format{}, row + x * kBytes, grey + x);
}

template <typename Steps, bool kFirst, typename Sum>
void SimdWeighLoop(const uint8_t* grey, uint32_t width, uint32_t weight, Sum* sums) {
  const auto factor = Steps::Factor(weight, Sum{});
  uint32_t x = 0;
  for (; x + Steps::kWeighPixels <= width; x += Steps::kWeighPixels) {
    Steps::template Weigh<kFirst>(grey + x, factor, sums + x);
  }
  ScalarWeigh<Sum>(grey + x, width - x, weight, kFirst, sums + x);
}

template <typename Steps, typename Sum>
void SimdWeigh(const uint8_t* grey, uint32_t width, uint32_t weight, bool first, Sum* sums) {
  if (first) return SimdWeighLoop<Steps, true>(grey, width, weight, sums);
  SimdWeighLoop<Steps, false>(grey, width, weight, sums);
}

/// Both, step by step: while one step waits for memory, the processor does the other's arithmetic.
/// A whole row of the one and then of the other reads a large frame a third slower.
template <typename Steps, typename Format, bool kFirst>
void SimdGreyWeighLoop(const uint8_t* row, uint32_t width, uint32_t weight, uint8_t* grey,
                       uint16_t* sums) {
  constexpr uint32_t kPixels = Steps::template kGreyPixels<Format>;
  static_assert(kPixels % Steps::kWeighPixels == 0);
  const auto factor = Steps::Factor(weight, uint16_t{});
  uint32_t x = 0;
  for (; x + kPixels <= width; x += kPixels) {
    Steps::Grey(Format{}, row + x * sizeof(typename Format::Word), grey + x);
    for (uint32_t i = x; i < x + kPixels; i += Steps::kWeighPixels) {
      Steps::template Weigh<kFirst>(grey + i, factor, sums + i);
    }
  }
  if (x == width) return;
  const uint32_t from = width < kPixels ? 0 : width - kPixels;
  SimdGrey<Steps, Format>(row + from * sizeof(typename Format::Word), width - from, grey + from);
  SimdWeighLoop<Steps, kFirst>(grey + x, width - x, weight, sums + x);
}

template <typename Steps, typename Format>
void SimdGreyWeigh(const uint8_t* row, uint32_t width, uint32_t weight, bool first, uint8_t* grey,
                   uint16_t* sums) {
  if (first) return SimdGreyWeighLoop<Steps, Format, true>(row, width, weight, grey, sums);
  SimdGreyWeighLoop<Steps, Format, false>(row, width, weight, grey, sums);
}

template <typename Steps>
void SimdDots(const uint16_t* sums, const ColumnTaps& taps, int32_t* dots) {
  const int16_t* weights = taps.weights;
  for (uint32_t group = 0; group < taps.groups; ++group) {
    Steps::Dots8(sums, taps.starts + group * 8, weights, taps.blocks, dots + group * 8);
    weights += size_t{taps.blocks} * 64;
  }
}

/// In doubles: `(dot + half + ¼) · (1 / divisor)` is off by less than 2^-43, and lies at least
/// ¼ / divisor > 2^-31 above the whole number it has to be cut down to and ¾ / divisor below the
/// next.
template <typename Steps>
void SimdDivide(const int32_t* dots, uint32_t count, uint32_t half, uint32_t divisor,
                uint8_t* grey) {
  const double offset = half + 0.25;
  const double inverse = 1.0 / divisor;
  uint32_t i = 0;
  for (; i + 8 <= count; i += 8) Steps::Divide8(dots + i, offset, inverse, grey + i);
  ScalarDivide(dots + i, count - i, half, divisor, grey + i);
}

template <typename Steps>
void SimdHashTiles(const uint8_t* grey, size_t stride, uint32_t count, uint64_t* hashes) {
  uint32_t tile = 0;
  for (; tile + Steps::kTiles <= count; tile += Steps::kTiles) {
    auto h = Steps::HashSeed();
    for (uint32_t y = 0; y < 8; ++y) {
      h = Steps::Round(Steps::Xor(h, Steps::LoadRow(grey + y * stride + tile * 8)));
    }
    for (uint32_t i = 0; i < kHashFinalRounds; ++i) h = Steps::Round(h);
    Steps::StoreHashes(hashes + tile, h);
  }
  ScalarHashTiles(grey + tile * 8, stride, count - tile, hashes + tile);
}

template <typename Steps>
constexpr Kernels MakeKernels(Isa isa) {
  return {isa,
          {&SimdGrey<Steps, Rgb1555>, &SimdGrey<Steps, Xrgb8888>, &SimdGrey<Steps, Rgb565>},
          {&SimdGreyWeigh<Steps, Rgb1555>, &SimdGreyWeigh<Steps, Xrgb8888>,
           &SimdGreyWeigh<Steps, Rgb565>},
          &SimdWeigh<Steps, uint16_t>,
          &SimdWeigh<Steps, uint32_t>,
          &SimdDots<Steps>,
          &SimdDivide<Steps>,
          &SimdHashTiles<Steps>};
}

}  // namespace
}  // namespace eevee
