#pragma once

#include <cstdint>
#include <vector>

#include "capture/frame_source.h"

namespace eevee {

/// Where in a larger picture the game's own picture lies, scaled: a rectangle that need not be a
/// multiple of the game's size.
struct Placement {
  uint32_t x = 0;
  uint32_t y = 0;
  uint32_t width = 0;
  uint32_t height = 0;
  bool operator==(const Placement&) const = default;
};

struct FoundPlacement {
  Placement placement;
  /// False where the picture cannot tell (one colour, say): look again at a later one.
  bool sure = false;
};

/// Finds the game's picture in what its program shows: of the ways in which programs fit a picture
/// into their window (stretched, with its aspect kept, at a whole factor; the last two centred) the
/// one that explains the pixels best.
FoundPlacement FindPlacement(const PictureView& window, PictureSize game);

/// Undoes the scaling: of each of the game's pixels the middle, which every way of scaling up
/// leaves as it was. `into` gets `game.width * game.height` pixels of the window's format; the
/// placement must lie in the window.
PictureView Unscale(const PictureView& window, const Placement& placement, PictureSize game,
                    std::vector<uint8_t>& into);

}  // namespace eevee
