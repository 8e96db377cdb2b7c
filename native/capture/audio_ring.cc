#include "capture/audio_ring.h"

#include <algorithm>
#include <bit>

namespace eevee {
namespace {

constexpr uint32_t Pack(int16_t left, int16_t right) {
  return uint32_t{std::bit_cast<uint16_t>(left)} | uint32_t{std::bit_cast<uint16_t>(right)} << 16;
}

constexpr int16_t Left(uint32_t pair) {
  return std::bit_cast<int16_t>(static_cast<uint16_t>(pair));
}
constexpr int16_t Right(uint32_t pair) {
  return std::bit_cast<int16_t>(static_cast<uint16_t>(pair >> 16));
}

}  // namespace

void AudioRing::Write(const int16_t* samples, size_t pairs) {
  const uint64_t start = written_.load(std::memory_order_relaxed);
  reserved_.store(start + pairs, std::memory_order_relaxed);
  std::atomic_thread_fence(std::memory_order_release);
  // Of a batch larger than the ring only the end can survive.
  for (size_t i = pairs > kPairs ? pairs - kPairs : 0; i < pairs; ++i) {
    pairs_[(start + i) % kPairs].store(Pack(samples[2 * i], samples[2 * i + 1]),
                                       std::memory_order_relaxed);
  }
  written_.store(start + pairs, std::memory_order_release);
}

size_t AudioRing::Read(int16_t* into, size_t pairs) {
  const uint64_t written = written_.load(std::memory_order_acquire);
  const uint64_t oldest = written > kPairs ? written - kPairs : 0;
  const uint64_t from = std::max(read_, oldest);
  const size_t count = static_cast<size_t>(std::min<uint64_t>(pairs, written - from));
  for (size_t i = 0; i < count; ++i) {
    const uint32_t pair = pairs_[(from + i) % kPairs].load(std::memory_order_relaxed);
    into[2 * i] = Left(pair);
    into[2 * i + 1] = Right(pair);
  }
  // Whatever the writer has claimed meanwhile may be new data in the place of old: drop that front
  // part.
  std::atomic_thread_fence(std::memory_order_acquire);
  const uint64_t reserved = reserved_.load(std::memory_order_relaxed);
  const uint64_t safe = reserved > kPairs ? reserved - kPairs : 0;
  const size_t spoilt =
      safe > from ? static_cast<size_t>(std::min<uint64_t>(safe - from, count)) : 0;
  if (spoilt > 0) std::copy(into + 2 * spoilt, into + 2 * count, into);

  const uint64_t lost = from - read_ + spoilt;
  if (lost > 0) dropped_.fetch_add(lost, std::memory_order_relaxed);
  read_ = from + count;
  return count - spoilt;
}

}  // namespace eevee
