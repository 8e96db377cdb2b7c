#pragma once

#include <cstdint>
#include <vector>

#include "capture/frame_source.h"

namespace eevee {

/// Where in a larger picture the game's own picture lies, scaled: a rectangle that need not be a
/// multiple of the game's size.
using Placement = PicturePart;

struct FoundPlacement {
  Placement placement;
  /// False where the picture cannot tell (one colour, say): look again at a later one.
  bool sure = false;
};

/// Finds the game's picture in a window that shows nothing else: of the ways in which programs fit
/// a picture into their window (stretched, with its aspect kept, at a whole factor; the last two
/// centred) the one that explains the pixels best. These need be no whole factors, and may be off
/// by a pixel here and there, as graphics hardware scales; but nothing may lie beside the game.
/// vision/find_game.h is for the opposite case, a game at a whole factor anywhere in a window with
/// menus and frames. pipeline/source_place.h asks both.
FoundPlacement FindPlacement(const PictureView& window, PictureSize game);

/// Whether a picture still looks as if the game were placed there: some 2000 pixels that lie spread
/// over the placement are looked at, which takes microseconds. A picture of few edges fits
/// anywhere.
bool FitsPlacement(const PictureView& window, const Placement& placement, PictureSize game);

/// Undoes the scaling: takes of each of the game's pixels the middle, which every way of scaling up
/// leaves as it was. Allocates when it is made and not afterwards.
class Unscaler {
 public:
  explicit Unscaler(PictureSize game);
  /// The game's own picture, in the window's format, valid until the next call or for as long as
  /// the window's. The placement must lie in the window.
  PictureView Run(const PictureView& window, const Placement& placement);

 private:
  PictureSize game_;
  Placement planned_;
  /// Of each column of the game, how many of the window's it is from the placement's left edge.
  std::vector<uint32_t> columns_;
  std::vector<uint8_t> pixels_;
};

}  // namespace eevee
