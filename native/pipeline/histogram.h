#pragma once

#include <array>
#include <atomic>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace eevee {

/// Distribution of durations in nanoseconds with a relative error of at most 1 %, in constant
/// memory and without allocation: within each power of two, 64 buckets of equal width (log-linear,
/// as HdrHistogram does). One thread records; any may read, and sees each count whole but not all
/// of one instant.
class Histogram {
 public:
  /// What lies at or above 2^40 ns (18 minutes) counts as that.
  static constexpr uint64_t kLargest = (uint64_t{1} << 40) - 1;

  struct Stats {
    uint64_t count = 0;
    double p50 = 0;
    double p95 = 0;
    double p99 = 0;
    double p999 = 0;
    double max = 0;
  };

  /// Adds one duration; a negative one counts as 0. Recording thread only.
  void Record(int64_t nanoseconds) {
    const uint64_t value = nanoseconds < 0 ? 0 : static_cast<uint64_t>(nanoseconds);
    Bump(buckets_[BucketOf(value < kLargest ? value : kLargest)]);
    Bump(count_);
    if (value > max_.load(std::memory_order_relaxed)) max_.store(value, std::memory_order_relaxed);
  }
  /// Forgets everything. Recording thread only.
  void Reset();
  /// Count and percentiles in nanoseconds. A percentile is the smallest value that at least that
  /// share of the samples does not exceed (nearest rank); `max` is exact.
  Stats Summary() const;

  /// Exposed for tests: the bucket of a value, and the middle of a bucket.
  static constexpr size_t BucketOf(uint64_t value) {
    if (value < 2 * kPerOctave) return static_cast<size_t>(value);
    const unsigned shift = static_cast<unsigned>(std::bit_width(value)) - kBits - 1;
    return static_cast<size_t>(shift * kPerOctave + (value >> shift));
  }
  static constexpr double MiddleOf(size_t bucket) {
    if (bucket < 2 * kPerOctave) return static_cast<double>(bucket);
    const size_t shift = bucket / kPerOctave - 1;
    const uint64_t low = uint64_t{bucket - shift * kPerOctave} << shift;
    return static_cast<double>(low) + static_cast<double>((uint64_t{1} << shift) - 1) / 2;
  }

 private:
  static constexpr unsigned kBits = 6;
  static constexpr size_t kPerOctave = size_t{1} << kBits;
  // 40 bits of value: the first two octaves' worth of buckets are exact, then one octave a bit.
  static constexpr size_t kBuckets = (40 - kBits + 1) * kPerOctave;

  // One writer: a plain add on an atomic is enough, and cheaper than a locked one.
  static void Bump(std::atomic<uint64_t>& counter) {
    counter.store(counter.load(std::memory_order_relaxed) + 1, std::memory_order_relaxed);
  }
  std::array<std::atomic<uint64_t>, kBuckets> buckets_{};
  std::atomic<uint64_t> count_{0};
  std::atomic<uint64_t> max_{0};
};

}  // namespace eevee
