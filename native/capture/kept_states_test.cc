#include "capture/kept_states.h"

#include <random>

#include "testing/test.h"

namespace eevee {
namespace {

std::vector<uint8_t> Noise(size_t bytes, uint32_t seed) {
  std::mt19937 random(seed);
  std::vector<uint8_t> noise(bytes);
  for (auto& byte : noise) byte = static_cast<uint8_t>(random());
  return noise;
}

TEST(a_packed_difference_gives_the_state_again) {
  std::mt19937 random(7);
  for (int round = 0; round < 400; ++round) {
    const auto base = Noise(random() % 400, static_cast<uint32_t>(round));
    auto state = base;
    state.resize(random() % 400);
    // From nothing different to everything, in runs of every length.
    for (size_t changes = random() % 60; changes > 0 && !state.empty(); --changes) {
      state[random() % state.size()] = static_cast<uint8_t>(random() % 3);
    }
    CHECK(UnpackDifference(base, PackDifference(base, state)) == state);
    CHECK(UnpackDifference({}, PackDifference({}, state)) == state);
  }
}

TEST(what_is_the_same_costs_next_to_nothing) {
  const auto base = Noise(100000, 1);
  auto state = base;
  state[5] ^= 1;
  state[70000] ^= 1;
  CHECK(PackDifference(base, state).size() < 20);
  CHECK(PackDifference({}, std::vector<uint8_t>(100000)).size() < 10);
}

TEST(each_kept_state_comes_back_whatever_else_was_dropped) {
  KeptStates kept;
  std::vector<uint32_t> ids;
  std::vector<std::vector<uint8_t>> states;
  auto state = Noise(5000, 3);
  for (uint32_t i = 0; i < 100; ++i) {
    state[(i * 37) % state.size()] ^= 0x55;
    // A jump: nothing is as it was.
    if (i == 50) state = Noise(6000, 9);
    states.push_back(state);
    ids.push_back(kept.Keep(1000 + i, state));
  }
  for (size_t i = 0; i < ids.size(); ++i) {
    if (i % 3 != 0) kept.Drop(ids[i]);
  }
  for (size_t i = 0; i < ids.size(); i += 3) {
    const auto back = kept.At(ids[i]);
    CHECK_EQ(back.frame, 1000 + i);
    CHECK(back.state == states[i]);
  }
  CHECK_PROBLEM("resource.state-missing", kept.At(ids[1]));
}

TEST(dropping_everything_gives_the_memory_back_but_for_the_newest_anchor) {
  KeptStates kept;
  std::vector<uint32_t> ids;
  for (uint32_t i = 0; i < 70; ++i) ids.push_back(kept.Keep(i, Noise(20000, i / 40)));
  CHECK(kept.bytes() > 40000);
  CHECK(kept.bytes() < 70000);
  for (const auto id : ids) kept.Drop(id);
  CHECK(kept.bytes() <= 20100);
}

}  // namespace
}  // namespace eevee
