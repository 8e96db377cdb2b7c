#include "pipeline/histogram.h"

#include <algorithm>
#include <cmath>

namespace eevee {

void Histogram::Reset() {
  for (auto& bucket : buckets_) bucket.store(0, std::memory_order_relaxed);
  count_.store(0, std::memory_order_relaxed);
  max_.store(0, std::memory_order_relaxed);
}

Histogram::Stats Histogram::Summary() const {
  // Counted again here: `count_` may be a sample ahead of or behind the buckets.
  std::array<uint64_t, kBuckets> counts;
  uint64_t total = 0;
  for (size_t i = 0; i < kBuckets; ++i) {
    counts[i] = buckets_[i].load(std::memory_order_relaxed);
    total += counts[i];
  }
  Stats stats;
  stats.count = total;
  stats.max = static_cast<double>(max_.load(std::memory_order_relaxed));
  if (total == 0) return stats;

  const std::array<std::pair<double, double*>, 4> wanted = {
      {{0.5, &stats.p50}, {0.95, &stats.p95}, {0.99, &stats.p99}, {0.999, &stats.p999}}};
  size_t bucket = 0;
  uint64_t below = counts[0];
  for (const auto& [share, result] : wanted) {
    const double rank = std::ceil(share * static_cast<double>(total));
    while (static_cast<double>(below) < rank && bucket + 1 < kBuckets) below += counts[++bucket];
    *result = std::min(MiddleOf(bucket), stats.max);
  }
  return stats;
}

}  // namespace eevee
