#pragma once

#include <chrono>
#include <cstdint>

namespace eevee {

/// Nanoseconds of the monotonic clock: for durations and deadlines, meaningless between processes.
inline int64_t MonotonicNs() {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

/// Milliseconds since 1970, with fractions: for stamping what happened when.
inline double WallMs() {
  return std::chrono::duration<double, std::milli>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

}  // namespace eevee
