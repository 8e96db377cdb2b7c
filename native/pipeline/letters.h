#pragma once

#include <array>
#include <cstdint>
#include <memory>

#include "infer/network.h"
#include "vision/kernels.h"
#include "vision/tile_cache.h"

namespace eevee {

/// Reads the letters of a frame: one an 8×8 tile, on the grid that games of this kind print on. A
/// tile that was seen before costs a hash and a comparison; new ones go through the network
/// together, in one batch. Nothing is allocated and nothing thrown after it was made.
class LetterReader {
 public:
  /// Tiles that one frame may send through the network; what is left waits for the next frame.
  static constexpr int kMostNew = 64;
  /// ASCII of the first letter, the space, and how many follow it.
  static constexpr uint8_t kFirst = 32;
  static constexpr uint32_t kLetters = 95;

  /// For a network with an input [1, 1, 8, 8] of luminance and an output `letters`: a logit for "no
  /// letter", then one for each of ASCII 32 to 126. Throws `resource.model-invalid` for any other.
  explicit LetterReader(std::shared_ptr<const infer::Network> network,
                        const Kernels& kernels = BestKernels());

  /// Reads the tiles of those 16×16 cells that are of class `text`. `grey` is a frame of `columns`
  /// by `rows` cells, `cells` their classes. Into `letters`, twice as wide and high, goes the ASCII
  /// code of each tile, or 0 where there is no letter. Returns how many tiles are still to be read.
  uint32_t Read(const uint8_t* grey, uint32_t columns, uint32_t rows, const uint8_t* cells,
                uint8_t text, uint8_t* letters) noexcept;

  /// A tile that is met again before it was read counts as another miss.
  TileCache::Counts counts() const { return cache_.counts(); }

 private:
  /// A tile on its way through the network.
  struct New {
    const uint8_t* tile;
    uint64_t hash;
    uint8_t* letter;
  };
  void ReadTile(const uint8_t* tile, size_t stride, uint64_t hash, uint8_t* letter) noexcept;
  void Infer(size_t stride) noexcept;

  const Kernels* kernels_;
  infer::Runner runner_;
  int output_ = 0;
  TileCache cache_;
  std::array<New, kMostNew> new_ = {};
  int new_count_ = 0;
  uint32_t unread_ = 0;
};

}  // namespace eevee
