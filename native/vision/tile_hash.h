#pragma once

#include <cstdint>

namespace eevee {

/// The hash of a tile: its rows of eight bytes, read as little-endian words, go through one round
/// each, then two rounds with zero. A round multiplies both halves of the state into 64 bits and
/// lays the products over each other crosswise, so that each byte reaches most of the state:
///
///     h ^= row;  h = low32(h) * kHashLow + swap32(high32(h) * kHashHigh)
///
/// It is made for SIMD, where only 32 × 32 → 64 bit products are cheap everywhere. Two different
/// tiles share a hash with a probability of about 2^-64 if nobody tries to make them; TileCache
/// therefore compares bytes.
inline constexpr uint64_t kHashSeed = 0x9e3779b97f4a7c15u;
inline constexpr uint32_t kHashLow = 0x9e3779b1u;
inline constexpr uint32_t kHashHigh = 0x85ebca77u;
inline constexpr uint32_t kHashFinalRounds = 2;

static inline uint64_t HashRound(uint64_t state, uint64_t row) {
  const uint64_t h = state ^ row;
  const uint64_t low = (h & 0xffffffffu) * kHashLow;
  const uint64_t high = (h >> 32) * kHashHigh;
  return low + (high << 32 | high >> 32);
}

/// A 16×16 tile's hash, from those of its four 8×8 tiles: upper left, upper right, lower left,
/// lower right.
static inline uint64_t HashOfFour(uint64_t a, uint64_t b, uint64_t c, uint64_t d) {
  uint64_t h = HashRound(HashRound(HashRound(HashRound(~kHashSeed, a), b), c), d);
  for (uint32_t i = 0; i < kHashFinalRounds; ++i) h = HashRound(h, 0);
  return h;
}

}  // namespace eevee
