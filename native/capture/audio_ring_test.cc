#include "capture/audio_ring.h"

#include <memory>
#include <thread>
#include <vector>

#include "testing/test.h"

namespace eevee {
namespace {

std::vector<int16_t> Counting(size_t from, size_t pairs) {
  std::vector<int16_t> samples;
  for (size_t i = from; i < from + pairs; ++i) {
    const auto value = static_cast<int16_t>(i & 0x7FFF);
    samples.push_back(value);
    samples.push_back(static_cast<int16_t>(-value));
  }
  return samples;
}

TEST(audio_comes_out_as_it_went_in) {
  const auto ring = std::make_unique<AudioRing>();
  std::vector<int16_t> into(64);
  CHECK_EQ(ring->Read(into.data(), 32), 0u);
  ring->Write(Counting(0, 10).data(), 10);
  CHECK_EQ(ring->Read(into.data(), 4), 4u);
  CHECK_EQ(into[6], 3);
  CHECK_EQ(into[7], -3);
  CHECK_EQ(ring->Read(into.data(), 32), 6u);
  CHECK_EQ(into[0], 4);
  CHECK_EQ(ring->dropped(), 0u);
}

TEST(a_full_audio_ring_drops_the_oldest) {
  const auto ring = std::make_unique<AudioRing>();
  ring->Write(Counting(0, AudioRing::kPairs).data(), AudioRing::kPairs);
  ring->Write(Counting(AudioRing::kPairs, 5).data(), 5);
  std::vector<int16_t> into(2);
  CHECK_EQ(ring->Read(into.data(), 1), 1u);
  CHECK_EQ(into[0], 5);
  CHECK_EQ(ring->dropped(), 5u);

  // A batch larger than the whole ring keeps its end.
  const auto other = std::make_unique<AudioRing>();
  const size_t many = AudioRing::kPairs + 7;
  other->Write(Counting(0, many).data(), many);
  CHECK_EQ(other->Read(into.data(), 1), 1u);
  CHECK_EQ(into[0], 7);
}

TEST(audio_is_never_torn_or_out_of_order_between_threads) {
  const auto ring = std::make_unique<AudioRing>();
  constexpr size_t kTotal = 4000000;
  std::thread writer([&] {
    for (size_t done = 0; done < kTotal; done += 500) ring->Write(Counting(done, 500).data(), 500);
  });
  std::vector<int16_t> into(2 * 700);
  size_t read = 0;
  while (read + ring->dropped() < kTotal) {
    const size_t pairs = ring->Read(into.data(), 700);
    read += pairs;
    // What was read and what was dropped tell exactly which pairs these must be.
    const size_t first = read + ring->dropped() - pairs;
    const auto expected = Counting(first, pairs);
    for (size_t i = 0; i < 2 * pairs; ++i) CHECK_EQ(into[i], expected[i]);
  }
  writer.join();
  CHECK_EQ(read + ring->dropped(), kTotal);
}

}  // namespace
}  // namespace eevee
