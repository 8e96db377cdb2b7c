#include "vision/preprocess.h"

#include <cstring>
#include <string>

#include "base/problem.h"
#include "vision/tile_hash.h"

namespace eevee {
namespace {

uint32_t CheckedSide(const char* field, uint32_t side) {
  if (side >= 1 && side <= kMaxNetworkSide) return side;
  throw ProblemError(
      {.code = "configuration.invalid",
       .message = "A network input cannot be " + std::to_string(side) + " pixels wide or high.",
       .remedy = "Give 1 to " + std::to_string(kMaxNetworkSide) + " for both sides, or 0 for both.",
       .field = field,
       .value = std::to_string(side)});
}

/// The middle pixel of each of the game's: scaling that blurs does so least there.
template <typename Word>
void Sample(const uint8_t* from, uint32_t scale, uint32_t width, uint8_t* to) {
  from += size_t{scale / 2} * sizeof(Word);
  for (uint32_t x = 0; x < width; ++x) {
    std::memcpy(to + x * sizeof(Word), from + size_t{x} * scale * sizeof(Word), sizeof(Word));
  }
}

/// Rows that are skipped hide the next one from the processor's own prefetching: at 60 Hz, with
/// cold caches, asking for it takes a third off the pass.
void Prefetch([[maybe_unused]] const uint8_t* row, [[maybe_unused]] size_t bytes) {
#if defined(__GNUC__)
  for (size_t i = 0; i < bytes; i += 64) __builtin_prefetch(row + i);
#endif
}

/// The grid of whole tiles of `side` pixels within a picture; a picture too narrow or too low for
/// one has neither columns nor rows.
TileGrid GridOf(const FrameView& frame, uint32_t side) {
  const uint32_t x = frame.tile_x % side;
  const uint32_t y = frame.tile_y % side;
  const GamePlacement& game = frame.game;
  if (game.width < x + side || game.height < y + side) return {x, y, 0, 0, {}};
  return {x, y, (game.width - x) / side, (game.height - y) / side, {}};
}

}  // namespace

Preprocessor::Preprocessor(const PreprocessConfig& config, const Kernels& kernels)
    : config_(config), kernels_(&kernels) {
  if (config.network_width == 0 && config.network_height == 0) return;
  network_.resize(size_t{CheckedSide("network_width", config.network_width)} *
                  CheckedSide("network_height", config.network_height));
}

void Preprocessor::PlanFor(const GamePlacement& game) {
  if (game.width == width_ && game.height == height_) return;
  // Should memory run out half way, the next frame plans anew.
  width_ = 0;
  if (!network_.empty()) {
    average_.emplace(
        AreaPlan(game.width, game.height, config_.network_width, config_.network_height),
        *kernels_);
  }
  const bool whole = config_.grey || config_.tiles;
  grey_.resize(size_t{game.width} * (whole ? game.height : 1));
  sampled_.resize(size_t{game.width} * sizeof(uint32_t));
  if (config_.tiles) {
    small_.resize(size_t{game.width / 8} * (game.height / 8));
    large_.resize(size_t{game.width / 16} * (game.height / 16));
  }
  width_ = game.width;
  height_ = game.height;
}

void Preprocessor::Run(const FrameView& frame, PreprocessOutput& output) {
  CheckFrame(frame);
  PlanFor(frame.game);
  const PictureView& picture = frame.picture;
  const GamePlacement& game = frame.game;
  const size_t pixel = BytesPerPixel(picture.format);
  const auto to_grey = kernels_->grey[static_cast<size_t>(picture.format)];
  const bool whole = output.grey_to != nullptr || config_.grey || config_.tiles;
  uint8_t* const grey = output.grey_to != nullptr ? output.grey_to : grey_.data();
  const size_t stride = whole ? width_ : 0;

  output.small = config_.tiles ? GridOf(frame, 8) : TileGrid{};
  output.large = config_.tiles ? GridOf(frame, 16) : TileGrid{};
  const uint32_t first_row = output.small.y + 7;
  if (average_) average_->Begin(network_.data());
  for (uint32_t y = 0; y < height_; ++y) {
    const size_t source_y = size_t{game.y} + size_t{y} * game.scale + game.scale / 2;
    const uint8_t* row = picture.pixels + source_y * picture.pitch + game.x * pixel;
    if (game.scale > 1) {
      const size_t next = y + 1 < height_ ? game.scale * picture.pitch : 0;
      Prefetch(row + next, size_t{width_} * game.scale * pixel);
      pixel == 4 ? Sample<uint32_t>(row, game.scale, width_, sampled_.data())
                 : Sample<uint16_t>(row, game.scale, width_, sampled_.data());
      row = sampled_.data();
    }
    uint8_t* const grey_row = grey + y * stride;
    average_ ? average_->Add(row, picture.format, grey_row) : to_grey(row, width_, grey_row);
    // Eight rows of grey are still in the nearest cache.
    if (output.small.columns > 0 && y >= first_row && (y - first_row) % 8 == 0) {
      kernels_->hash_tiles(grey_row - 7 * stride + output.small.x, stride, output.small.columns,
                           small_.data() + size_t{(y - first_row) / 8} * output.small.columns);
    }
  }
  if (config_.tiles) HashLargeTiles(output);
  output.grey = {grey, output.grey_to != nullptr || config_.grey ? size_t{width_} * height_ : 0};
  output.network = network_;
}

void Preprocessor::HashLargeTiles(PreprocessOutput& output) {
  TileGrid& small = output.small;
  TileGrid& large = output.large;
  small.hashes = {small_.data(), size_t{small.columns} * small.rows};
  large.hashes = {large_.data(), size_t{large.columns} * large.rows};
  for (uint32_t row = 0; row < large.rows; ++row) {
    // Both grids begin at the same place modulo 8, so that four small tiles make a large one.
    const uint64_t* upper = small_.data() +
                            size_t{(large.y - small.y) / 8 + 2 * row} * small.columns +
                            (large.x - small.x) / 8;
    const uint64_t* lower = upper + small.columns;
    for (uint32_t column = 0; column < large.columns; ++column) {
      large_[size_t{row} * large.columns + column] = HashOfFour(
          upper[2 * column], upper[2 * column + 1], lower[2 * column], lower[2 * column + 1]);
    }
  }
}

}  // namespace eevee
