#pragma once

#include <cstdint>
#include <random>
#include <vector>

namespace eevee::infer::testing {

/// Random numbers from a fixed seed, the same on every platform.
class Random {
 public:
  explicit Random(uint32_t seed) : engine_(seed) {}
  /// Both ends included.
  int Whole(int least, int most) {
    return least + static_cast<int>(engine_() % static_cast<uint32_t>(most - least + 1));
  }
  float Real(float least, float most) {
    return least + (most - least) * static_cast<float>(engine_() >> 8) / 16777216.0f;
  }
  bool Chance() { return (engine_() & 4) != 0; }
  std::vector<uint8_t> Codes(size_t count) {
    std::vector<uint8_t> codes(count);
    for (uint8_t& code : codes) code = static_cast<uint8_t>(engine_() >> 8);
    return codes;
  }

 private:
  std::mt19937 engine_;
};

}  // namespace eevee::infer::testing
