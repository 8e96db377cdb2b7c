#pragma once

#include <cstdint>

namespace eevee::testing {

/// Allocations made by this thread so far, through any `new`. The test program replaces the global
/// operators to count them.
uint64_t AllocationsSoFar();
/// The same of all threads.
uint64_t AllocationsEverywhere();

}  // namespace eevee::testing
