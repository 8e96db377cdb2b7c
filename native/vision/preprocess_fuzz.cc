#include "vision/preprocess_fuzz.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <stdexcept>

#include "base/problem.h"
#include "vision/find_game.h"
#include "vision/test_pictures.h"

namespace eevee {
namespace {

/// What a case begins with; the pixels follow. Sizes are 16-bit, so that most are refused for what
/// they are or cut down below, and all limits are met.
struct Description {
  std::array<uint16_t, 8> sizes;  ///< width, height, padding, game x, y, width, height, scale
  std::array<uint8_t, 6> small;   ///< format, tile x, tile y, network width, height, wishes
};

/// A fuzzer has no time for large pictures; the tests have.
constexpr size_t kMostBytes = 1 << 15;

void Run(Isa isa, const FrameView& frame, const PreprocessConfig& config,
         std::vector<uint8_t>& result) {
  Preprocessor preprocessor(config, KernelsFor(isa));
  PreprocessOutput output;
  preprocessor.Run(frame, output);
  const auto add = [&](const auto& span) {
    const auto* at = reinterpret_cast<const uint8_t*>(span.data());
    result.insert(result.end(), at, at + span.size_bytes());
  };
  add(output.grey);
  add(output.network);
  add(output.small.hashes);
  add(output.large.hashes);
}

void RunEverywhere(const FrameView& frame, const PreprocessConfig& config) {
  std::vector<uint8_t> expected;
  Run(Isa::kScalar, frame, config, expected);
  for (const Isa isa : testing::IsasHere()) {
    std::vector<uint8_t> result;
    Run(isa, frame, config, result);
    if (result != expected) throw std::logic_error(std::string(IsaName(isa)) + " differs");
  }
}

}  // namespace

void PreprocessAnything(const uint8_t* bytes, size_t size) {
  Description d{};
  const size_t described = std::min(size, sizeof d);
  if (described > 0) std::memcpy(&d, bytes, described);
  bytes += described;
  size -= described;
  const size_t pitch = size_t{d.sizes[0]} * 4 + d.sizes[2];
  if (pitch * d.sizes[1] > kMostBytes) d.sizes[1] = 1;

  // As long as the pixels reach and no longer; what the case does not give repeats.
  const size_t rows = std::max<size_t>(d.sizes[1], 1);
  const auto format = static_cast<PixelFormat>(d.small[0] % 4);
  const size_t row = d.sizes[0] * (format == PixelFormat::kXrgb8888 ? size_t{4} : size_t{2});
  std::vector<uint8_t> pixels(std::max<size_t>(pitch * (rows - 1) + row, 1));
  for (size_t i = 0; i < pixels.size() && size > 0; ++i) pixels[i] = bytes[i % size];
  const PictureView picture{pixels.data(), d.sizes[0], d.sizes[1], pitch, format};
  const FrameView frame{picture,
                        {d.sizes[3], d.sizes[4], d.sizes[7], d.sizes[5], d.sizes[6]},
                        d.small[1],
                        d.small[2]};
  try {
    RunEverywhere(frame, {d.small[3], d.small[4], (d.small[5] & 1) != 0, (d.small[5] & 2) != 0});
  } catch (const ProblemError& error) {
    const std::string& code = error.problem().code;
    if (code != "resource.frame-invalid" && code != "configuration.invalid") throw;
  }
  try {
    FindGame(picture, d.sizes[5], d.sizes[6]);
  } catch (const ProblemError& error) {
    if (error.problem().code != "resource.frame-invalid") throw;
  }
}

}  // namespace eevee

#ifdef EEVEE_FUZZER
// native/fuzz.js builds it with clang and runs it.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  eevee::PreprocessAnything(bytes, size);
  return 0;
}
#endif
