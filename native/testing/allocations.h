#pragma once

#include <cstdint>

namespace eevee::testing {

/// Allocations made by this thread so far, through any `new`. The test program replaces the global
/// operators to count them.
uint64_t AllocationsSoFar();

}  // namespace eevee::testing
