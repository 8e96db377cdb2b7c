#include "vision/tile_cache.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <string>

#include "base/problem.h"

namespace eevee {
namespace {

constexpr size_t kMostSide = 256;
constexpr size_t kMostEntries = size_t{1} << 20;
constexpr size_t kMostMemory = size_t{1} << 30;

size_t Checked(const char* field, size_t value, size_t most) {
  if (value >= 1 && value <= most) return value;
  throw ProblemError({.code = "configuration.invalid",
                      .message = "A tile cache cannot be made with a " + std::string(field) +
                                 " of " + std::to_string(value) + ".",
                      .remedy = "Give 1 to " + std::to_string(most) + ".",
                      .field = field,
                      .value = std::to_string(value)});
}

bool SameBytes(const uint8_t* stored, const uint8_t* tile, size_t side, size_t stride) {
  for (size_t y = 0; y < side; ++y) {
    if (std::memcmp(stored + y * side, tile + y * stride, side) != 0) return false;
  }
  return true;
}

}  // namespace

TileCache::TileCache(uint32_t side, size_t capacity) : side_(Checked("side", side, kMostSide)) {
  const size_t tile_bytes = side_ * side_;
  Checked("capacity", capacity, std::min(kMostEntries, kMostMemory / tile_bytes));
  entries_.resize(std::max(kWays, std::bit_ceil(capacity)));
  hands_.resize(entries_.size() / kWays);
  bytes_.resize(entries_.size() * tile_bytes);
}

TileCache::Entry* TileCache::Lookup(uint64_t hash, const uint8_t* tile, size_t stride) {
  const size_t set = SetOf(hash);
  for (size_t i = set; i < set + kWays; ++i) {
    Entry& entry = entries_[i];
    if (!entry.taken || entry.hash != hash) continue;
    if (SameBytes(BytesOf(i), tile, side_, stride)) return &entry;
  }
  return nullptr;
}

const TileVerdict* TileCache::Find(uint64_t hash, const uint8_t* tile, size_t stride) {
  Entry* const entry = Lookup(hash, tile, stride);
  if (entry == nullptr) {
    ++misses_;
    return nullptr;
  }
  ++hits_;
  entry->used = true;
  return &entry->verdict;
}

size_t TileCache::Victim(uint64_t hash) {
  const size_t set = SetOf(hash);
  for (size_t i = set; i < set + kWays; ++i) {
    if (!entries_[i].taken) return i;
  }
  uint8_t& hand = hands_[set / kWays];
  // Ends after one turn at the latest: the hand takes the mark off what it passes.
  for (;;) {
    const size_t i = set + hand;
    hand = static_cast<uint8_t>((hand + 1) % kWays);
    if (!entries_[i].used) return i;
    entries_[i].used = false;
  }
}

void TileCache::Insert(uint64_t hash, const uint8_t* tile, size_t stride, TileVerdict verdict) {
  if (Entry* const known = Lookup(hash, tile, stride)) {
    known->verdict = verdict;
    return;
  }
  const size_t i = Victim(hash);
  entries_[i].taken ? ++evictions_ : ++taken_;
  // A newcomer has to be found once before it outlives others: tiles seen once are many.
  entries_[i] = {hash, verdict, true, false};
  uint8_t* to = BytesOf(i);
  for (size_t y = 0; y < side_; ++y) std::memcpy(to + y * side_, tile + y * stride, side_);
}

void TileCache::Clear() {
  std::fill(entries_.begin(), entries_.end(), Entry{});
  std::fill(hands_.begin(), hands_.end(), uint8_t{0});
  taken_ = 0;
}

TileCache::Counts TileCache::counts() const {
  return {hits_,
          misses_,
          evictions_,
          taken_,
          entries_.size(),
          sizeof *this + entries_.size() * sizeof(Entry) + hands_.size() + bytes_.size()};
}

}  // namespace eevee
