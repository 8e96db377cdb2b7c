#pragma once

// The plain C++ reference of every kernel. The SIMD files include it for the ends of rows; all is
// static, so that each of them gets its own copy: a shared one could be the copy compiled for a
// processor that this machine does not have.
#include <cstring>

#include "vision/kernels.h"
#include "vision/tile_hash.h"

namespace eevee {
namespace {

// 16 bits hold the largest sum (256 · 255 + 128), so that compilers fit eight pixels into a 128-bit
// register.
constexpr uint8_t Weigh601(uint16_t red, uint16_t green, uint16_t blue) {
  return static_cast<uint8_t>(static_cast<uint16_t>(77 * red + 150 * green + 29 * blue + 128) >> 8);
}
constexpr uint16_t Widen5(uint16_t value) { return static_cast<uint16_t>(value << 3 | value >> 2); }
constexpr uint16_t Widen6(uint16_t value) { return static_cast<uint16_t>(value << 2 | value >> 4); }

struct Rgb1555 {
  using Word = uint16_t;
  static constexpr uint8_t Grey(Word word) {
    return Weigh601(Widen5(static_cast<uint16_t>(word >> 10 & 31)),
                    Widen5(static_cast<uint16_t>(word >> 5 & 31)),
                    Widen5(static_cast<uint16_t>(word & 31)));
  }
};

struct Xrgb8888 {
  using Word = uint32_t;
  static constexpr uint8_t Grey(Word word) {
    return Weigh601(static_cast<uint16_t>(word >> 16 & 255), static_cast<uint16_t>(word >> 8 & 255),
                    static_cast<uint16_t>(word & 255));
  }
};

struct Rgb565 {
  using Word = uint16_t;
  static constexpr uint8_t Grey(Word word) {
    return Weigh601(Widen5(static_cast<uint16_t>(word >> 11)),
                    Widen6(static_cast<uint16_t>(word >> 5 & 63)),
                    Widen5(static_cast<uint16_t>(word & 31)));
  }
};

template <typename Format>
void ScalarGrey(const uint8_t* row, uint32_t width, uint8_t* grey) {
  for (uint32_t x = 0; x < width; ++x) {
    // A core's rows need not be aligned to their pixels; compilers turn this copy into a plain
    // load.
    typename Format::Word word;
    std::memcpy(&word, row + x * sizeof word, sizeof word);
    grey[x] = Format::Grey(word);
  }
}

template <typename Sum>
void ScalarWeigh(const uint8_t* grey, uint32_t width, uint32_t weight, bool first, Sum* sums) {
  for (uint32_t x = 0; x < width; ++x) {
    sums[x] = static_cast<Sum>((first ? 0u : sums[x]) + weight * grey[x]);
  }
}

template <typename Format>
void ScalarGreyWeigh(const uint8_t* row, uint32_t width, uint32_t weight, bool first, uint8_t* grey,
                     uint16_t* sums) {
  ScalarGrey<Format>(row, width, grey);
  ScalarWeigh<uint16_t>(grey, width, weight, first, sums);
}

[[maybe_unused]] void ScalarDots(const uint16_t* sums, const ColumnTaps& taps, int32_t* dots) {
  for (uint32_t group = 0; group < taps.groups; ++group) {
    for (uint32_t i = 0; i < 8; ++i) {
      const uint16_t* at = sums + taps.starts[group * 8 + i];
      int32_t dot = 0;
      for (uint32_t block = 0; block < taps.blocks; ++block) {
        const int16_t* weights =
            taps.weights + (size_t{group} * taps.blocks + block) * 64 + TapPlace(i) * 8;
        for (uint32_t tap = 0; tap < 8; ++tap) dot += at[block * 8 + tap] * weights[tap];
      }
      dots[group * 8 + i] = dot;
    }
  }
}

[[maybe_unused]] void ScalarDivide(const int32_t* dots, uint32_t count, uint32_t half,
                                   uint32_t divisor, uint8_t* grey) {
  for (uint32_t i = 0; i < count; ++i) {
    grey[i] = static_cast<uint8_t>((static_cast<uint32_t>(dots[i]) + half) / divisor);
  }
}

[[maybe_unused]] void ScalarHashTiles(const uint8_t* grey, size_t stride, uint32_t count,
                                      uint64_t* hashes) {
  for (uint32_t tile = 0; tile < count; ++tile) {
    uint64_t h = kHashSeed;
    for (uint32_t y = 0; y < 8; ++y) {
      uint64_t row;
      std::memcpy(&row, grey + y * stride + tile * 8, sizeof row);
      h = HashRound(h, row);
    }
    for (uint32_t i = 0; i < kHashFinalRounds; ++i) h = HashRound(h, 0);
    hashes[tile] = h;
  }
}

}  // namespace
}  // namespace eevee
