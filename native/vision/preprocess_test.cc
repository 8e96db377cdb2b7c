#include "vision/preprocess.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <set>

#include "testing/allocations.h"
#include "testing/test.h"
#include "vision/luminance.h"
#include "vision/preprocess_fuzz.h"
#include "vision/test_pictures.h"
#include "vision/tile_hash.h"

namespace eevee {
namespace {

using testing::Below;
using testing::IsasHere;
using testing::TestPicture;

// Everything a pass gives, to compare.
struct Result {
  std::vector<uint8_t> grey;
  std::vector<uint8_t> network;
  std::vector<uint64_t> small;
  std::vector<uint64_t> large;
  bool operator==(const Result&) const = default;
};

template <typename T>
std::vector<T> Copy(std::span<const T> span) {
  return {span.begin(), span.end()};
}

Result RunOn(Isa isa, const FrameView& frame, const PreprocessConfig& config) {
  Preprocessor preprocessor(config, KernelsFor(isa));
  PreprocessOutput output;
  preprocessor.Run(frame, output);
  return {Copy(output.grey), Copy(output.network), Copy(output.small.hashes),
          Copy(output.large.hashes)};
}

uint32_t AnySide(std::mt19937& random) {
  // Mostly small, so that ends of rows are met often.
  return 1 + Below(random, std::array{8u, 40u, 200u, 700u}[Below(random, 4)]);
}

// A random frame: any format, pitch and alignment, the game anywhere in it at any scale.
struct AnyFrame {
  explicit AnyFrame(std::mt19937& random)
      : game{Below(random, 9), Below(random, 9), 1 + Below(random, 4), AnySide(random),
             1 + Below(random, 60)},
        picture(game.x + game.scale * game.width + Below(random, 5),
                game.y + game.scale * game.height + Below(random, 5),
                testing::kFormats[Below(random, 3)], Below(random, 70), Below(random, 5)) {
    picture.Randomise(random);
    frame = {picture.view, game, Below(random, 16), Below(random, 16)};
    config.network_width = 1 + Below(random, 100);
    config.network_height = 1 + Below(random, 100);
  }
  GamePlacement game;
  TestPicture picture;
  FrameView frame;
  PreprocessConfig config;
};

// The mean over each output pixel's area, in doubles, pixel by pixel.
std::vector<double> NaiveMeans(const std::vector<uint8_t>& grey, uint32_t width, uint32_t height,
                               uint32_t to_width, uint32_t to_height) {
  const auto shared = [](double from, double end, uint32_t pixel) {
    return std::max(0.0, std::min(end, pixel + 1.0) - std::max(from, double{1} * pixel));
  };
  std::vector<double> means;
  for (uint32_t j = 0; j < to_height; ++j) {
    const double top = double{1} * j * height / to_height;
    const double bottom = (j + 1.0) * height / to_height;
    for (uint32_t i = 0; i < to_width; ++i) {
      const double left = double{1} * i * width / to_width;
      const double right = (i + 1.0) * width / to_width;
      double sum = 0;
      for (uint32_t y = static_cast<uint32_t>(top); y < std::min(height, uint32_t(bottom) + 1);
           ++y) {
        for (uint32_t x = static_cast<uint32_t>(left); x < std::min(width, uint32_t(right) + 1);
             ++x) {
          sum += shared(left, right, x) * shared(top, bottom, y) * grey[y * width + x];
        }
      }
      means.push_back(sum / ((right - left) * (bottom - top)));
    }
  }
  return means;
}

void CheckMeans(const Result& result, uint32_t width, uint32_t height, uint32_t to_width,
                uint32_t to_height) {
  const auto means = NaiveMeans(result.grey, width, height, to_width, to_height);
  CHECK_EQ(means.size(), result.network.size());
  for (size_t i = 0; i < means.size(); ++i) {
    // Rounded to the nearest; the doubles above are off by far less than 1e-6.
    CHECK(std::abs(means[i] - result.network[i]) <= 0.5 + 1e-6);
  }
}

TEST(every_instruction_set_gives_the_reference_bytes) {
  std::mt19937 random(11);
  for (int round = 0; round < 400; ++round) {
    AnyFrame any(random);
    const Result expected = RunOn(Isa::kScalar, any.frame, any.config);
    for (const Isa isa : IsasHere()) CHECK(RunOn(isa, any.frame, any.config) == expected);
  }
}

TEST(every_instruction_set_converts_every_16_bit_pixel) {
  TestPicture picture(256, 256, PixelFormat::kRgb565);
  for (uint32_t i = 0; i < 65536; ++i) picture.Set(i % 256, i / 256, i);
  for (const auto format : {PixelFormat::k0Rgb1555, PixelFormat::kRgb565}) {
    picture.view.format = format;
    const Result expected = RunOn(Isa::kScalar, FrameView::Whole(picture.view), {});
    for (const Isa isa : IsasHere()) {
      CHECK(RunOn(isa, FrameView::Whole(picture.view), {}) == expected);
    }
  }
}

TEST(the_reference_averages_areas_as_the_naive_formula_does) {
  std::mt19937 random(12);
  for (int round = 0; round < 150; ++round) {
    AnyFrame any(random);
    const Result result = RunOn(Isa::kScalar, any.frame, any.config);
    CheckMeans(result, any.game.width, any.game.height, any.config.network_width,
               any.config.network_height);
  }
}

TEST(heights_beyond_the_quick_way_average_as_exactly) {
  std::mt19937 random(13);
  // 1081 has no divisor in common with 84: sums need more than 15 bits.
  for (const uint32_t height : {128u, 129u, 721u, 1081u}) {
    TestPicture picture(97, height, PixelFormat::kXrgb8888);
    picture.Randomise(random);
    const Result expected = RunOn(Isa::kScalar, FrameView::Whole(picture.view), {});
    CheckMeans(expected, 97, height, 84, 84);
    for (const Isa isa : IsasHere()) {
      CHECK(RunOn(isa, FrameView::Whole(picture.view), {}) == expected);
    }
  }
}

TEST(white_stays_white_at_the_largest_sizes) {
  for (const auto& [width, height] :
       {std::pair{kMaxFrameSide, 3u}, std::pair{3u, kMaxFrameSide}, std::pair{16383u, 131u}}) {
    TestPicture picture(width, height, PixelFormat::kRgb565);
    std::fill(picture.bytes.begin(), picture.bytes.end(), uint8_t{255});
    for (const Isa isa : IsasHere()) {
      for (const uint32_t side : {1u, 84u, 1023u}) {
        const Result result = RunOn(isa, FrameView::Whole(picture.view), {side, side, true, false});
        CHECK(std::all_of(result.network.begin(), result.network.end(),
                          [](uint8_t value) { return value == 255; }));
      }
    }
  }
}

TEST(a_means_half_is_rounded_up) {
  TestPicture picture(2, 1, PixelFormat::kXrgb8888);
  picture.Set(0, 0, 0x0a0a0a);
  picture.Set(1, 0, 0x0b0b0b);
  for (const Isa isa : IsasHere()) {
    const Result result = RunOn(isa, FrameView::Whole(picture.view), {1, 1, true, true});
    CHECK_EQ(int{result.network.at(0)}, 11);
  }
}

TEST(grey_is_luminance_and_goes_where_it_is_wanted) {
  std::mt19937 random(14);
  TestPicture picture(161, 145, PixelFormat::kRgb565, 190, 1);
  picture.Randomise(random);
  std::vector<uint8_t> expected(161 * 145);
  ToLuminance(picture.view, expected.data());
  std::vector<uint8_t> grey(161 * 145);
  for (const bool kept : {true, false}) {
    Preprocessor preprocessor({84, 84, kept, kept});
    PreprocessOutput output;
    output.grey_to = grey.data();
    preprocessor.Run(FrameView::Whole(picture.view), output);
    CHECK(grey == expected);
    CHECK(output.grey.data() == grey.data());
    output.grey_to = nullptr;
    preprocessor.Run(FrameView::Whole(picture.view), output);
    CHECK(Copy(output.grey) == (kept ? expected : std::vector<uint8_t>{}));
  }
}

TEST(a_game_scaled_up_in_a_window_gives_what_it_gives_alone) {
  std::mt19937 random(15);
  TestPicture alone(160, 144, kBgra8888);
  alone.Randomise(random);
  const Result expected = RunOn(Isa::kScalar, FrameView::Whole(alone.view), {});
  for (const uint32_t scale : {1u, 2u, 3u, 5u}) {
    TestPicture window(7 + 160 * scale, 31 + 144 * scale, kBgra8888);
    for (uint32_t y = 0; y < 144 * scale; ++y) {
      for (uint32_t x = 0; x < 160 * scale; ++x) {
        std::copy_n(alone.at(x / scale, y / scale), 4, window.at(x + 4, y + 30));
      }
    }
    const FrameView frame{window.view, {4, 30, scale, 160, 144}, 0, 0};
    for (const Isa isa : IsasHere()) CHECK(RunOn(isa, frame, {}) == expected);
  }
}

// Hashes of a frame before and after one grey pixel changed.
void CheckOneChange(uint32_t x, uint32_t y, uint32_t tile_x, uint32_t tile_y,
                    std::mt19937& random) {
  TestPicture picture(83, 61, PixelFormat::kXrgb8888);
  picture.Randomise(random);
  Preprocessor preprocessor({84, 84, true, true});
  FrameView frame = FrameView::Whole(picture.view);
  frame.tile_x = tile_x;
  frame.tile_y = tile_y;
  PreprocessOutput output;
  preprocessor.Run(frame, output);
  const auto small = Copy(output.small.hashes);
  const auto large = Copy(output.large.hashes);
  const uint32_t grey = output.grey[y * 83 + x];
  picture.Set(x, y, ((grey + 1 + Below(random, 255)) & 255) * 0x010101u);
  preprocessor.Run(frame, output);
  const auto check = [&](const TileGrid& grid, const std::vector<uint64_t>& before, uint32_t side) {
    CHECK_EQ(grid.x, tile_x % side);
    CHECK_EQ(grid.columns, (83 - tile_x % side) / side);
    CHECK_EQ(grid.rows, (61 - tile_y % side) / side);
    CHECK_EQ(grid.hashes.size(), size_t{grid.columns} * grid.rows);
    for (uint32_t i = 0; i < before.size(); ++i) {
      const uint32_t left = grid.x + i % grid.columns * side;
      const uint32_t top = grid.y + i / grid.columns * side;
      const bool within = x >= left && x < left + side && y >= top && y < top + side;
      CHECK_EQ(before[i] != grid.hashes[i], within);
    }
  };
  check(output.small, small, 8);
  check(output.large, large, 16);
}

TEST(a_tiles_hash_changes_if_and_only_if_its_bytes_do) {
  std::mt19937 random(16);
  for (int round = 0; round < 500; ++round) {
    CheckOneChange(Below(random, 83), Below(random, 61), Below(random, 16), Below(random, 16),
                   random);
  }
}

TEST(tiles_of_few_shades_do_not_share_a_hash) {
  // What games draw: tiles of four shades that differ in two or three pixels.
  constexpr std::array<uint8_t, 4> kShades = {0, 85, 170, 255};
  std::vector<uint64_t> hashes;
  std::array<uint8_t, 64> tile{};
  const auto add = [&] {
    uint64_t hash = 0;
    kScalarKernels.hash_tiles(tile.data(), 8, 1, &hash);
    hashes.push_back(hash);
  };
  for (uint32_t a = 0; a < 64; ++a) {
    for (uint32_t b = a + 1; b < 64; ++b) {
      for (uint32_t shades = 0; shades < 9; ++shades) {
        tile[a] = kShades[1 + shades % 3];
        tile[b] = kShades[1 + shades / 3];
        add();
        for (uint32_t c = b + 1; c < 64 && shades == 0; ++c) {
          tile[c] = 255;
          add();
          tile[c] = 0;
        }
      }
      tile[a] = tile[b] = 0;
    }
  }
  CHECK_EQ(std::set<uint64_t>(hashes.begin(), hashes.end()).size(), hashes.size());
}

TEST(hashes_flip_half_their_bits) {
  std::mt19937 random(17);
  std::array<uint8_t, 64> tile{};
  double flipped = 0;
  for (uint32_t bit = 0; bit < 512; ++bit) {
    for (auto& byte : tile) byte = static_cast<uint8_t>(random());
    uint64_t before = 0;
    uint64_t after = 0;
    kScalarKernels.hash_tiles(tile.data(), 8, 1, &before);
    tile[bit / 8] = static_cast<uint8_t>(tile[bit / 8] ^ 1u << bit % 8);
    kScalarKernels.hash_tiles(tile.data(), 8, 1, &after);
    flipped += __builtin_popcountll(before ^ after);
  }
  CHECK(std::abs(flipped / 512 - 32) < 1);
}

TEST(a_pass_allocates_nothing_once_planned) {
  TestPicture picture(480, 432, kBgra8888);
  Preprocessor preprocessor({84, 84, true, true});
  PreprocessOutput output;
  FrameView frame{picture.view, {0, 0, 3, 160, 144}, 0, 0};
  preprocessor.Run(frame, output);
  const uint64_t before = testing::AllocationsSoFar();
  for (uint32_t i = 0; i < 64; ++i) {
    frame.tile_x = i % 16;
    frame.tile_y = i / 4;
    preprocessor.Run(frame, output);
  }
  CHECK_EQ(testing::AllocationsSoFar() - before, uint64_t{0});
}

TEST(frames_that_cannot_be_read_are_refused) {
  TestPicture picture(16, 9, PixelFormat::kRgb565);
  Preprocessor preprocessor({84, 84, true, true});
  const FrameView good = FrameView::Whole(picture.view);
  const auto refused = [&](auto&& spoil) {
    FrameView frame = good;
    spoil(frame);
    PreprocessOutput output;
    CHECK_PROBLEM("resource.frame-invalid", preprocessor.Run(frame, output));
  };
  refused([](FrameView& f) { f.picture.pixels = nullptr; });
  refused([](FrameView& f) { f.picture.width = 0; });
  refused([](FrameView& f) { f.picture.height = 0; });
  refused([](FrameView& f) { f.picture.width = kMaxFrameSide + 1; });
  refused([](FrameView& f) { f.picture.pitch = 31; });
  refused([](FrameView& f) { f.picture.format = static_cast<PixelFormat>(3); });
  refused([](FrameView& f) { f.game.width = 0; });
  refused([](FrameView& f) { f.game.height = 0; });
  refused([](FrameView& f) { f.game.scale = 0; });
  refused([](FrameView& f) { f.game.scale = 2; });
  refused([](FrameView& f) { f.game.scale = 0xffffffff; });
  refused([](FrameView& f) { f.game.x = 1; });
  refused([](FrameView& f) { f.game.y = 0xffffffff; });
  refused([](FrameView& f) { f.tile_x = 16; });
  refused([](FrameView& f) { f.tile_y = 16; });
}

TEST(network_sizes_out_of_range_are_refused) {
  CHECK_PROBLEM("configuration.invalid", Preprocessor({0, 84, true, true}));
  CHECK_PROBLEM("configuration.invalid", Preprocessor({84, 0, true, true}));
  CHECK_PROBLEM("configuration.invalid", Preprocessor({4097, 84, true, true}));
}

TEST(without_a_network_size_there_is_no_network_input) {
  TestPicture picture(16, 9, PixelFormat::kRgb565);
  const Result result = RunOn(Isa::kScalar, FrameView::Whole(picture.view), {0, 0, true, true});
  CHECK(result.network.empty());
  CHECK_EQ(result.small.size(), size_t{2});
}

TEST(whatever_bytes_describe_is_run_or_refused) {
  std::mt19937 random(18);
  for (int round = 0; round < 1500; ++round) {
    std::vector<uint8_t> bytes(Below(random, 60));
    for (auto& byte : bytes) byte = static_cast<uint8_t>(random());
    // Small sizes more often than chance makes them: their high bytes are 0.
    for (size_t i = 1; i < std::min<size_t>(bytes.size(), 16); i += 2) {
      if (Below(random, 10) > 0) bytes[i] = 0;
    }
    PreprocessAnything(bytes.data(), bytes.size());
  }
}

TEST(the_instruction_set_is_forced_by_its_name) {
  const char* const forced = std::getenv("EEVEE_ISA");
  const std::string before = forced == nullptr ? "" : forced;
  for (const Isa isa : IsasHere()) {
    setenv("EEVEE_ISA", IsaName(isa), 1);
    CHECK(ChosenIsa() == isa);
  }
  setenv("EEVEE_ISA", "mmx", 1);
  CHECK_PROBLEM("configuration.invalid", ChosenIsa());
  setenv("EEVEE_ISA", before.c_str(), 1);
  CHECK(CpuHas(ChosenIsa()));
}

}  // namespace
}  // namespace eevee
