#include "vision/tile_cache.h"

#include <array>
#include <map>
#include <random>

#include "testing/allocations.h"
#include "testing/test.h"
#include "vision/test_pictures.h"

namespace eevee {
namespace {

using testing::Below;
using Tile = std::array<uint8_t, 64>;

TileVerdict Verdict(uint32_t value) {
  return {static_cast<uint16_t>(value), static_cast<uint8_t>(value >> 16)};
}

TEST(a_tile_is_known_after_it_was_told) {
  TileCache cache(8, 16);
  const Tile tile{1, 2, 3};
  CHECK(cache.Find(7, tile.data(), 8) == nullptr);
  cache.Insert(7, tile.data(), 8, {4, 200});
  const TileVerdict* const found = cache.Find(7, tile.data(), 8);
  CHECK(found != nullptr && *found == (TileVerdict{4, 200}));
  cache.Insert(7, tile.data(), 8, {5, 100});
  CHECK(*cache.Find(7, tile.data(), 8) == (TileVerdict{5, 100}));
  CHECK_EQ(cache.counts().entries, size_t{1});
  CHECK_EQ(cache.counts().hits, uint64_t{2});
  CHECK_EQ(cache.counts().misses, uint64_t{1});
}

TEST(tiles_that_share_a_hash_are_told_apart_by_their_bytes) {
  TileCache cache(8, 16);
  std::array<Tile, 3> tiles{};
  for (uint32_t i = 0; i < 3; ++i) {
    tiles[i][63] = static_cast<uint8_t>(i);
    CHECK(cache.Find(99, tiles[i].data(), 8) == nullptr);
    cache.Insert(99, tiles[i].data(), 8, Verdict(i));
  }
  for (uint32_t i = 0; i < 3; ++i) CHECK(*cache.Find(99, tiles[i].data(), 8) == Verdict(i));
}

TEST(a_tile_is_the_same_wherever_its_rows_lie) {
  std::vector<uint8_t> picture(160 * 16);
  std::mt19937 random(1);
  for (auto& byte : picture) byte = static_cast<uint8_t>(random());
  TileCache cache(16, 4);
  cache.Insert(1, picture.data() + 5, 160, {9, 9});
  std::vector<uint8_t> packed;
  for (ptrdiff_t y = 0; y < 16; ++y) {
    packed.insert(packed.end(), picture.begin() + 160 * y + 5, picture.begin() + 160 * y + 21);
  }
  CHECK(cache.Find(1, packed.data(), 16) != nullptr);
  packed.back() = static_cast<uint8_t>(packed.back() + 1);
  CHECK(cache.Find(1, packed.data(), 16) == nullptr);
}

TEST(the_cache_is_never_wrong_and_never_grows) {
  std::mt19937 random(2);
  TileCache cache(8, 100);
  const TileCache::Counts empty = cache.counts();
  CHECK_EQ(empty.capacity, size_t{128});
  CHECK(empty.bytes >= 128 * 64);
  std::map<Tile, uint32_t> truth;
  const uint64_t allocations = testing::AllocationsSoFar();
  uint64_t own = 0;
  for (uint32_t step = 0; step < 50000; ++step) {
    Tile tile{};
    tile[0] = static_cast<uint8_t>(Below(random, 250));
    tile[63] = static_cast<uint8_t>(Below(random, 4));
    // A bad hash on purpose: many tiles share one.
    const uint64_t hash = tile[0] / 5u;
    const uint64_t before = testing::AllocationsSoFar();
    const auto known = truth.find(tile);
    if (const TileVerdict* const found = cache.Find(hash, tile.data(), 8)) {
      CHECK(known != truth.end());
      CHECK(*found == Verdict(known->second));
      continue;
    }
    truth[tile] = step;
    own += testing::AllocationsSoFar() - before;  // the map's
    cache.Insert(hash, tile.data(), 8, Verdict(step));
    CHECK(cache.counts().entries <= 128);
  }
  CHECK_EQ(testing::AllocationsSoFar() - allocations, own);
  const TileCache::Counts counts = cache.counts();
  CHECK_EQ(counts.hits + counts.misses, uint64_t{50000});
  CHECK_EQ(counts.evictions, counts.misses - counts.entries);
  CHECK_EQ(counts.bytes, empty.bytes);
  CHECK(counts.hits > 0 && counts.evictions > 0);
}

TEST(what_is_used_outlives_what_is_seen_once) {
  TileCache cache(8, 4);
  Tile kept{255};
  cache.Insert(0, kept.data(), 8, {1, 1});
  for (uint32_t i = 0; i < 200; ++i) {
    CHECK(cache.Find(0, kept.data(), 8) != nullptr);
    Tile passing{static_cast<uint8_t>(i), 1};
    cache.Insert(i + 1, passing.data(), 8, {2, 2});
  }
  CHECK_EQ(cache.counts().entries, size_t{4});
  cache.Clear();
  CHECK_EQ(cache.counts().entries, size_t{0});
  CHECK(cache.Find(0, kept.data(), 8) == nullptr);
}

TEST(caches_of_absurd_sizes_are_refused) {
  CHECK_PROBLEM("configuration.invalid", TileCache(0, 16));
  CHECK_PROBLEM("configuration.invalid", TileCache(257, 16));
  CHECK_PROBLEM("configuration.invalid", TileCache(8, 0));
  CHECK_PROBLEM("configuration.invalid", TileCache(8, size_t{1} << 40));
  CHECK_PROBLEM("configuration.invalid", TileCache(256, size_t{1} << 20));
}

}  // namespace
}  // namespace eevee
