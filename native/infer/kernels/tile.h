// Included by the vector instruction sets' files; see portable.h for why it is all unnamed.
//
// A *tile* is M output pixels by N blocks of 16 channels, whose sums stay in registers while the
// taps run by. A set describes itself:
//
//   struct Set {
//     using Sums, Weights, Inputs;             16 sums; the weights of 16 channels for one tap;
//     four
//                                              input bytes, repeated
//     static constexpr size_t kMostSums;          how many Sums fit the registers beside the
//     operands static constexpr size_t kMostBlocks;        the most blocks of one tile Sums
//     Load(const int32_t*); Weights LoadWeights(const int8_t*); Inputs Repeat(const uint8_t*); Sums
//     Multiply(Sums, Inputs, Weights);    Sums plus the products void Store(Sums, const float*
//     scale, float low, float high, int32_t zero, uint8_t*, size_t n); void StoreFloats(Sums, const
//     float* scale, float low, float high, float*, size_t n);
//   };

#include <utility>

#include "infer/kernels/kernels.h"

#if defined(__GNUC__)
#define EEVEE_INLINE __attribute__((always_inline))
#define EEVEE_NOT_INLINE __attribute__((noinline))
#else
#define EEVEE_INLINE
#define EEVEE_NOT_INLINE
#endif

namespace eevee::infer {
namespace {

/// Where a tile reads and writes.
struct Tile {
  const uint8_t* in[kMostPixels];
  size_t out[kMostPixels];  // element of the output, of channel 0
  const int8_t* weights;
  size_t tap_bytes;  // of weights, from one tap to the next
  size_t first_block;
};

/// Calls `body` with 0 … Count − 1 as constants of the type system. A loop that the optimiser
/// unrolls comes too late: GCC 12 has decided by then that the sums live in memory, and stores all
/// of them for each tap.
template <size_t Count, typename Body>
EEVEE_INLINE inline void Each(Body&& body) noexcept {
  [&]<size_t... kIndex>(std::index_sequence<kIndex...>) EEVEE_INLINE {
    (body(std::integral_constant<size_t, kIndex>{}), ...);
  }
  (std::make_index_sequence<Count>{});
}

/// Rounds and stores a tile. Not inlined: together with the loop over the taps it needs more
/// registers than there are, and GCC then spills sums inside that loop.
template <typename Set>
EEVEE_NOT_INLINE void Finish(const ConvTask& t, const Tile& tile, const typename Set::Sums* sums,
                             size_t pixels, size_t blocks) noexcept {
  // Copies: bytes that are stored may, for all the compiler knows, be the task's own.
  const float low = t.low, high = t.high;
  const int32_t zero = t.zero;
  uint8_t* const output = t.output;
  float* const float_output = t.float_output;
  for (size_t n = 0; n < blocks; ++n) {
    const size_t channel = (tile.first_block + n) * kBlock;
    const size_t left = t.channels - channel;
    const size_t count = left < kBlock ? left : kBlock;
    const float* scale = t.scale + channel;
    for (size_t m = 0; m < pixels; ++m) {
      const size_t at = tile.out[m] + channel;
      const typename Set::Sums sum = sums[m * blocks + n];
      if (float_output) {
        Set::StoreFloats(sum, scale, low, high, float_output + at, count);
      } else {
        Set::Store(sum, scale, low, high, zero, output + at, count);
      }
    }
  }
}

template <typename Set, size_t M, size_t N>
void RunTile(const ConvTask& t, const Tile& tile) noexcept {
  typename Set::Sums sums[M][N];
  const uint8_t* in[M];
  Each<M>([&](auto m) EEVEE_INLINE {
    in[m] = tile.in[m];
    Each<N>([&](auto n)
                EEVEE_INLINE { sums[m][n] = Set::Load(t.bias + (tile.first_block + n) * kBlock); });
  });

  const int8_t* weights = tile.weights;
  const int32_t* offsets = t.tap_offsets;
  for (const int32_t* end = offsets + t.taps; offsets != end; ++offsets) {
    const ptrdiff_t offset = *offsets;
    typename Set::Weights w[N];
    Each<N>([&](auto n) EEVEE_INLINE { w[n] = Set::LoadWeights(weights + n * kBlock * 4); });
    Each<M>([&](auto m) EEVEE_INLINE {
      const typename Set::Inputs x = Set::Repeat(in[m] + offset);
      Each<N>([&](auto n) EEVEE_INLINE { sums[m][n] = Set::Multiply(sums[m][n], x, w[n]); });
    });
    weights += tile.tap_bytes;
  }

  typename Set::Sums done[M * N];
  Each<M>([&](auto m) EEVEE_INLINE {
    Each<N>([&](auto n) EEVEE_INLINE { done[m * N + n] = sums[m][n]; });
  });
  Finish<Set>(t, tile, done, M, N);
}

/// Picks the tile of `pixels` by N.
template <typename Set, size_t N, size_t M = kMostPixels>
void RunPixels(const ConvTask& t, const Tile& tile, size_t pixels) noexcept {
  if constexpr (M > 0) {
    if constexpr (M * N <= Set::kMostSums) {
      if (pixels == M) return RunTile<Set, M, N>(t, tile);
    }
    RunPixels<Set, N, M - 1>(t, tile, pixels);
  }
}

/// All pixels for N neighbouring blocks, in tiles of equal size: a small last tile would leave the
/// multipliers waiting for their own results.
template <typename Set, size_t N>
void RunBlocks(const ConvTask& t, Tile& tile) noexcept {
  constexpr size_t kFit = Set::kMostSums / N;
  constexpr size_t kMost = kFit < kMostPixels ? kFit : kMostPixels;
  const size_t total = t.pixels * t.batch;
  const size_t tiles = (total + kMost - 1) / kMost;
  const size_t small = total / tiles;
  const size_t larger = total % tiles;  // so many tiles have one pixel more
  const uint8_t* input = t.input;
  size_t output = 0;
  size_t pixel = 0;
  for (size_t i = 0; i < tiles; ++i) {
    const size_t size = small + (i < larger ? 1 : 0);
    if (pixel + size <= t.pixels) {
      // All eight, whatever the size, as the tables have room for: that is two vector operations.
      for (size_t m = 0; m < kMostPixels; ++m) {
        tile.in[m] = input + t.pixel_offsets[pixel + m];
        tile.out[m] = output + static_cast<size_t>(t.output_offsets[pixel + m]);
      }
      pixel += size;
    } else {
      for (size_t m = 0; m < size; ++m, ++pixel) {
        if (pixel == t.pixels) {
          pixel = 0;
          input += t.input_sample;
          output += t.output_sample;
        }
        tile.in[m] = input + t.pixel_offsets[pixel];
        tile.out[m] = output + static_cast<size_t>(t.output_offsets[pixel]);
      }
    }
    RunPixels<Set, N>(t, tile, size);
  }
}

/// `count` neighbouring blocks, at most N of them.
template <typename Set, size_t N = Set::kMostBlocks>
void RunUpTo(const ConvTask& t, Tile& tile, size_t count) noexcept {
  if constexpr (N > 0) {
    if (count == N) return RunBlocks<Set, N>(t, tile);
    RunUpTo<Set, N - 1>(t, tile, count);
  }
}

template <typename Set>
void ConvolveWith(const ConvTask& t) noexcept {
  if (t.pixels * t.batch == 0) return;
  // Where there are few pixels, more blocks at a time keep the multipliers busy.
  const size_t pixels = t.pixels * t.batch;
  const size_t fit = Set::kMostSums / (pixels < kMostPixels ? pixels : kMostPixels);
  const size_t most = fit < 1 ? 1 : fit > Set::kMostBlocks ? Set::kMostBlocks : fit;
  const size_t blocks = (t.channels + kBlock - 1) / kBlock;
  const int8_t* weights = t.weights;
  Tile tile;
  for (size_t first = 0; first < blocks; first += t.group_blocks) {
    const size_t left = blocks - first;
    const size_t group = left < t.group_blocks ? left : t.group_blocks;
    tile.tap_bytes = group * kBlock * 4;
    for (size_t block = 0; block < group; block += most) {
      tile.weights = weights + block * kBlock * 4;
      tile.first_block = first + block;
      RunUpTo<Set>(t, tile, group - block < most ? group - block : most);
    }
    weights += t.taps * tile.tap_bytes;
  }
}

}  // namespace
}  // namespace eevee::infer
