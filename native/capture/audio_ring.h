#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>

namespace eevee {

/// Bounded ring of stereo samples between the frame thread (one writer) and one reader, without
/// locks. When it is full the oldest samples go: sound that nobody fetched is worth less than sound
/// that is late.
class AudioRing {
 public:
  /// Stereo pairs kept: a second at 32,768 Hz, the Game Boy cores' rate.
  static constexpr size_t kPairs = 32768;

  /// Adds interleaved left and right samples; writer only.
  void Write(const int16_t* samples, size_t pairs);
  /// Takes up to `pairs` pairs, oldest first, into `into` (two values a pair); reader only. Returns
  /// how many.
  size_t Read(int16_t* into, size_t pairs);
  /// Pairs that were overwritten before anybody read them.
  uint64_t dropped() const { return dropped_.load(std::memory_order_relaxed); }

 private:
  // `reserved_` runs ahead of `written_` while a write is under way, so that a reader knows which
  // old pairs may be half overwritten. Both count pairs since the start and never wrap in practice
  // (2^64).
  std::array<std::atomic<uint32_t>, kPairs> pairs_{};
  std::atomic<uint64_t> reserved_{0};
  std::atomic<uint64_t> written_{0};
  uint64_t read_ = 0;
  std::atomic<uint64_t> dropped_{0};
};

}  // namespace eevee
