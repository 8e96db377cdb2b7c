#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace eevee {

/// What a network said of a tile.
struct TileVerdict {
  uint16_t label = 0;
  /// 0 to 255, of 255.
  uint8_t confidence = 0;
  bool operator==(const TileVerdict&) const = default;
};

/// Remembers what was said of tiles: for a known tile, looking up costs a comparison instead of an
/// inference.
///
/// A tile is known when its hash *and its bytes* are, so that a wrong hit is impossible whatever
/// the hash does. The cache is bounded: it is 4-way set associative, and a full set gives up the
/// entry that its clock hand finds unused since the hand last passed. Allocates when made and never
/// after. One thread at a time.
class TileCache {
 public:
  struct Counts {
    uint64_t hits = 0;
    uint64_t misses = 0;
    uint64_t evictions = 0;
    size_t entries = 0;
    size_t capacity = 0;
    size_t bytes = 0;  ///< all memory of the cache
  };

  /// For tiles of `side` by `side` bytes and at least `capacity` entries, rounded up to a power of
  /// two. Throws `configuration.invalid` for a side of 0 or over 256, for a capacity of 0 or over
  /// 2^20, or where both come to more than 1 GiB.
  TileCache(uint32_t side, size_t capacity);

  /// What is known of a tile, or null. `tile` is its first byte within a picture whose rows lie
  /// `stride` bytes apart. The pointer stays valid until the next Insert or Clear.
  const TileVerdict* Find(uint64_t hash, const uint8_t* tile, size_t stride);
  /// Remembers a verdict; what was known of the same tile is replaced.
  void Insert(uint64_t hash, const uint8_t* tile, size_t stride, TileVerdict verdict);
  /// Forgets all tiles (the network changed); counts stay.
  void Clear();

  Counts counts() const;

 private:
  static constexpr size_t kWays = 4;
  struct Entry {
    uint64_t hash = 0;
    TileVerdict verdict;
    bool taken = false;
    bool used = false;
  };

  Entry* Lookup(uint64_t hash, const uint8_t* tile, size_t stride);
  size_t SetOf(uint64_t hash) const { return (hash & (hands_.size() - 1)) * kWays; }
  size_t Victim(uint64_t hash);
  uint8_t* BytesOf(size_t entry) { return bytes_.data() + entry * side_ * side_; }

  size_t side_;
  std::vector<Entry> entries_;
  std::vector<uint8_t> hands_;
  std::vector<uint8_t> bytes_;
  size_t taken_ = 0;
  uint64_t hits_ = 0;
  uint64_t misses_ = 0;
  uint64_t evictions_ = 0;
};

}  // namespace eevee
