#pragma once

#include "capture/picture.h"

namespace eevee {

/// Luminance of a picture, `width * height` bytes, row by row, into `grey`.
///
/// Channels are widened to 8 bits by repeating their high bits (5 bits: `v << 3 | v >> 2`; 6 bits:
/// `v << 2 | v >> 4`), then ITU-R BT.601 in integers: `Y = (77 R + 150 G + 29 B + 128) >> 8`. The
/// weights sum to 256, so white is 255 and black 0. Any faster version must give these bytes
/// exactly.
void ToLuminance(const PictureView& picture, uint8_t* grey);

}  // namespace eevee
