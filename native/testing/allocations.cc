#include "testing/allocations.h"

#include <atomic>
#include <cstdlib>
#include <new>

namespace {

thread_local uint64_t allocations = 0;
std::atomic<uint64_t> everywhere{0};

void Count() {
  ++allocations;
  everywhere.fetch_add(1, std::memory_order_relaxed);
}

void* Allocate(std::size_t bytes) {
  Count();
  if (void* const memory = std::malloc(bytes == 0 ? 1 : bytes)) return memory;
  throw std::bad_alloc();
}

void* AllocateAligned(std::size_t bytes, std::align_val_t alignment) {
  Count();
  const auto boundary = static_cast<std::size_t>(alignment);
  const std::size_t whole = (bytes + boundary - 1) / boundary * boundary;
  if (void* const memory = std::aligned_alloc(boundary, whole == 0 ? boundary : whole)) {
    return memory;
  }
  throw std::bad_alloc();
}

}  // namespace

uint64_t eevee::testing::AllocationsSoFar() { return allocations; }
uint64_t eevee::testing::AllocationsEverywhere() { return everywhere.load(); }

void* operator new(std::size_t bytes) { return Allocate(bytes); }
void* operator new[](std::size_t bytes) { return Allocate(bytes); }
void* operator new(std::size_t bytes, std::align_val_t alignment) {
  return AllocateAligned(bytes, alignment);
}
void* operator new[](std::size_t bytes, std::align_val_t alignment) {
  return AllocateAligned(bytes, alignment);
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete(void* memory, std::align_val_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::align_val_t) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t, std::align_val_t) noexcept { std::free(memory); }
