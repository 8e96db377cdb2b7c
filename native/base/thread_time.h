#pragma once

#include <cstdint>

namespace eevee {

/// Nanoseconds of processor time that the calling thread has used: for durations only. What the
/// machine does meanwhile with the processor, another program or nothing, does not count. 0 where
/// the system cannot tell.
int64_t ThreadTimeNs();

}  // namespace eevee
