#pragma once

#include <optional>

#include "vision/preprocess.h"

namespace eevee {

/// Finds a game of a known size in a captured window, scaled up by a whole number without blurring:
/// its scale and offset, or nothing where the picture does not prove them.
///
/// Found is a rectangle of `scale * game_width` by `scale * game_height` pixels
///  - in which every square of `scale` pixels has one colour, with enough edges to tell;
///  - just outside of which, on each side, lies the window's end or a line of one colour
///  (letterbox,
///    border, the lower edge of a title bar);
///  - whose place is fixed along both axes: by edges of the picture itself, by the window's ends,
///  or
///    by lying in the middle of the space between borders;
///  - that holds more edges than any other such rectangle, so that there is nothing to choose.
///
/// For a window in which other things lie beside the game; one that the game fills, at whatever
/// factor, is for capture/placement.h. pipeline/source_place.h asks both.
///
/// A frame of one colour, a scale that is no whole number and a blurred picture give nothing: ask
/// again at a later frame. Takes milliseconds for a large window and allocates: for when a window
/// appears or changes its size, not for every frame. Throws `resource.frame-invalid` as
/// Preprocessor::Run does.
std::optional<GamePlacement> FindGame(const PictureView& window, uint32_t game_width,
                                      uint32_t game_height);

}  // namespace eevee
