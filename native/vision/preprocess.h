#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "capture/picture.h"
#include "vision/area_plan.h"
#include "vision/kernels.h"

namespace eevee {

/// Bytes blue, green, red, anything: what windows are captured as is XRGB8888 to libretro.
inline constexpr PixelFormat kBgra8888 = PixelFormat::kXrgb8888;

inline constexpr uint32_t kMaxFrameSide = 16384;
inline constexpr uint32_t kMaxNetworkSide = 4096;

/// Where the game's own picture lies in a captured one: its pixel (i, j) fills the square of
/// `scale` pixels at `(x + scale * i, y + scale * j)`. FindGame finds it in a window.
struct GamePlacement {
  uint32_t x = 0;
  uint32_t y = 0;
  uint32_t scale = 1;
  /// The game's own size in its own pixels, such as 160 × 144.
  uint32_t width = 0;
  uint32_t height = 0;

  bool operator==(const GamePlacement&) const = default;
};

/// A frame to preprocess: a picture in somebody else's memory, and the game in it.
struct FrameView {
  PictureView picture;
  GamePlacement game;
  /// Where the game's tiles begin, 0 to 15 of its own pixels: the left and upper edge of the first
  /// whole 16×16 tile. With a background scrolled by s it is `-s mod 16`.
  uint32_t tile_x = 0;
  uint32_t tile_y = 0;

  /// All of a picture, one to one.
  static FrameView Whole(const PictureView& picture) {
    return {picture, {0, 0, 1, picture.width, picture.height}, 0, 0};
  }
};

struct PreprocessConfig {
  /// Size of the network's input, 1 to 4096 each; both 0 where none is wanted.
  uint32_t network_width = 84;
  uint32_t network_height = 84;
  /// Whether grey is kept when the output names no place for it.
  bool grey = true;
  /// Whether tiles are hashed.
  bool tiles = true;
};

/// The whole tiles of one size in the game's picture, hashed; partly visible ones at its edges are
/// left out, so there may be none.
struct TileGrid {
  uint32_t x = 0;  ///< left edge of the first tile, in the game's pixels
  uint32_t y = 0;
  uint32_t columns = 0;
  uint32_t rows = 0;
  /// [rows * columns], row by row. Equal bytes give equal hashes, on every machine; see
  /// tile_hash.h for the rest.
  std::span<const uint64_t> hashes = {};
};

/// What one pass gives. The spans stay valid until the preprocessor's next Run.
struct PreprocessOutput {
  /// In: where grey goes, `game.width * game.height` bytes; null for the preprocessor's own place.
  uint8_t* grey_to = nullptr;
  /// Out: the game's luminance (luminance.h) at its own size, row by row. Empty if not wanted.
  std::span<const uint8_t> grey = {};
  /// Out: grey averaged to the network's size (area_plan.h), row by row. Empty if not wanted.
  std::span<const uint8_t> network = {};
  TileGrid small = {};  ///< Out: 8×8 tiles
  TileGrid large = {};  ///< Out: 16×16 tiles
};

/// Pixels to grey, network input and tile hashes, in one pass that reads each pixel of the game
/// once. Plans when the game's size changes and allocates only then. One thread at a time.
class Preprocessor {
 public:
  /// Throws `configuration.invalid` for a network size out of range. `kernels` are for tests.
  explicit Preprocessor(const PreprocessConfig& config, const Kernels& kernels = BestKernels());

  /// Throws `resource.frame-invalid`, before anything is read or written, for a frame without
  /// pixels, of a size that is 0 or over 16384, with rows that overlap, of an unknown format, or
  /// whose game does not lie within the picture or has tiles that begin beyond 15.
  void Run(const FrameView& frame, PreprocessOutput& output);

 private:
  void PlanFor(const GamePlacement& game);
  void HashLargeTiles(PreprocessOutput& output);

  PreprocessConfig config_;
  const Kernels* kernels_;
  uint32_t width_ = 0;
  uint32_t height_ = 0;
  std::optional<AreaAverage> average_;
  std::vector<uint8_t> network_;
  /// The whole grey picture, or one row where it is not kept.
  std::vector<uint8_t> grey_;
  /// One row of a scaled game's pixels, taken apart.
  std::vector<uint8_t> sampled_;
  std::vector<uint64_t> small_;
  std::vector<uint64_t> large_;
};

/// Throws as Preprocessor::Run does.
void CheckFrame(const FrameView& frame);

}  // namespace eevee
