#include "capture/placement.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace eevee {
namespace {

// Rows and columns that are compared are this many; enough for a game's screen, and quick.
constexpr uint32_t kSamples = 96;
// One pixel in so many may differ: rounding at the edges of pixels, of which hardware has its own
// idea.
constexpr uint32_t kAcceptedPart = 20;

uint32_t PixelAt(const PictureView& picture, uint32_t x, uint32_t y) {
  const size_t bytes = BytesPerPixel(picture.format);
  const uint8_t* at = picture.pixels + y * picture.pitch + x * bytes;
  if (bytes == 4) {
    uint32_t word;
    std::memcpy(&word, at, sizeof word);
    return word & 0xFFFFFF;  // The fourth byte means nothing.
  }
  uint16_t word;
  std::memcpy(&word, at, sizeof word);
  return word;
}

// The middle of a game's pixel, from the placement's start.
uint32_t Middle(uint32_t pixel, uint32_t placed, uint32_t game) {
  return static_cast<uint32_t>((uint64_t{pixel} * 2 + 1) * placed / (uint64_t{game} * 2));
}
// The game's pixel that lies there.
uint32_t PixelOf(uint32_t at, uint32_t placed, uint32_t game) {
  return static_cast<uint32_t>((uint64_t{at} * 2 + 1) * game / (uint64_t{placed} * 2));
}

Placement Centred(const PictureView& window, uint32_t width, uint32_t height) {
  return {(window.width - width) / 2, (window.height - height) / 2, width, height};
}

// Pixels that a placement does not explain, of those sampled: in it, a pixel that differs from the
// middle of the game's pixel it belongs to; around it, one that is not the border's colour.
uint32_t Unexplained(const PictureView& window, const Placement& place, PictureSize game) {
  const uint32_t border = PixelAt(window, 0, 0);
  uint32_t unexplained = 0;
  const auto look = [&](uint32_t x, uint32_t y) {
    const uint32_t in_x = x - place.x;
    const uint32_t in_y = y - place.y;
    uint32_t expected = border;
    if (in_x < place.width && in_y < place.height) {
      const uint32_t game_x = PixelOf(in_x, place.width, game.width);
      const uint32_t game_y = PixelOf(in_y, place.height, game.height);
      expected = PixelAt(window, place.x + Middle(game_x, place.width, game.width),
                         place.y + Middle(game_y, place.height, game.height));
    }
    if (PixelAt(window, x, y) != expected) ++unexplained;
  };
  for (uint32_t i = 0; i < kSamples; ++i) {
    const uint32_t y = window.height * i / kSamples;
    for (uint32_t x = 0; x < window.width; ++x) look(x, y);
    const uint32_t column = window.width * i / kSamples;
    for (uint32_t row = 0; row < window.height; ++row) look(column, row);
  }
  return unexplained;
}

}  // namespace

FoundPlacement FindPlacement(const PictureView& window, PictureSize game) {
  const Placement stretched = {0, 0, window.width, window.height};
  // A window smaller than the game shows only a part of its pixels; there is nothing to choose.
  if (window.width < game.width || window.height < game.height) return {stretched, true};
  const uint64_t by_width = uint64_t{window.width} * game.height;
  const uint64_t by_height = uint64_t{window.height} * game.width;
  const Placement fitted =
      by_width <= by_height
          ? Centred(window, window.width, static_cast<uint32_t>(by_width / game.width))
          : Centred(window, static_cast<uint32_t>(by_height / game.height), window.height);
  const uint32_t factor = std::min(window.width / game.width, window.height / game.height);
  const Placement whole = Centred(window, game.width * factor, game.height * factor);

  FoundPlacement best{fitted, false};
  uint32_t least = Unexplained(window, fitted, game);
  bool told_apart = stretched == whole;
  for (const Placement& other : {whole, stretched}) {
    if (other == best.placement) continue;
    const uint32_t unexplained = Unexplained(window, other, game);
    if (unexplained != least) told_apart = true;
    if (unexplained >= least) continue;
    least = unexplained;
    best.placement = other;
  }
  // What is still unexplained by the best of them is something beside the game: a menu, say.
  const uint32_t sampled = kSamples * (window.width + window.height);
  best.sure = told_apart && least * uint64_t{kAcceptedPart} <= sampled;
  return best;
}

PictureView Unscale(const PictureView& window, const Placement& place, PictureSize game,
                    std::vector<uint8_t>& into) {
  const size_t bytes = BytesPerPixel(window.format);
  PictureView picture = {.pixels = window.pixels + place.y * window.pitch + place.x * bytes,
                         .width = game.width,
                         .height = game.height,
                         .pitch = window.pitch,
                         .format = window.format};
  if (place.width == game.width && place.height == game.height) return picture;
  into.resize(size_t{game.width} * game.height * bytes);
  for (uint32_t y = 0; y < game.height; ++y) {
    const uint8_t* row = picture.pixels + Middle(y, place.height, game.height) * window.pitch;
    uint8_t* to = into.data() + size_t{y} * game.width * bytes;
    for (uint32_t x = 0; x < game.width; ++x, to += bytes) {
      const uint8_t* from = row + Middle(x, place.width, game.width) * bytes;
      // A fixed size each, so that compilers make one load and one store of it.
      if (bytes == 4) {
        std::memcpy(to, from, 4);
      } else {
        std::memcpy(to, from, 2);
      }
    }
  }
  picture.pixels = into.data();
  picture.pitch = size_t{game.width} * bytes;
  return picture;
}

}  // namespace eevee
