#pragma once

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <utility>
#include <vector>

namespace eevee::bench {

/// The time that a share of the times (0 to 1) does not exceed; 0 where there are none.
inline int64_t Quantile(std::vector<int64_t>& times, double share) {
  if (times.empty()) return 0;
  const auto index = static_cast<size_t>(share * static_cast<double>(times.size() - 1) + 0.5);
  std::nth_element(times.begin(), times.begin() + static_cast<ptrdiff_t>(index), times.end());
  return times[index];
}

/// Prints `"mode":{"count":…,"p50":…,"p99":…,"p999":…}`, in nanoseconds.
inline void PrintTimes(const char* mode, std::vector<int64_t>& times) {
  std::printf("\"%s\":{\"count\":%zu", mode, times.size());
  for (const auto& [name, share] : {std::pair{"p50", 0.5}, {"p99", 0.99}, {"p999", 0.999}}) {
    std::printf(",\"%s\":%lld", name, static_cast<long long>(Quantile(times, share)));
  }
  std::printf("}");
}

}  // namespace eevee::bench
