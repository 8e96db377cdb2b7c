#include "capture/placement.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace eevee {
namespace {

// Rows and columns that are compared are this many; enough for a game's screen, and quick.
constexpr uint32_t kSamples = 96;
// One pixel may be wrong for so many edges in the picture: rounding at the edges of pixels, of
// which hardware has its own idea. A wrong factor or offset costs about one pixel for each edge.
constexpr uint32_t kEdgesToAnError = 4;
// Fewer edges prove nothing.
constexpr uint32_t kLeastEdges = 32;

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

// Whether a pixel in a placement is the middle of the game's pixel that it belongs to.
bool IsExplained(const PictureView& window, const Placement& place, PictureSize game, uint32_t x,
                 uint32_t y) {
  const uint32_t game_x = PixelOf(x - place.x, place.width, game.width);
  const uint32_t game_y = PixelOf(y - place.y, place.height, game.height);
  return PixelAt(window, x, y) == PixelAt(window, place.x + Middle(game_x, place.width, game.width),
                                          place.y + Middle(game_y, place.height, game.height));
}

// What some rows and columns say of a placement.
struct Evidence {
  // Pixels that it does not explain: those around it are to be of the border's colour.
  uint32_t unexplained = 0;
  // Pixels that differ from the one before them: without any, everything explains the picture.
  uint32_t edges = 0;
};

Evidence Examine(const PictureView& window, const Placement& place, PictureSize game) {
  const uint32_t border = PixelAt(window, 0, 0);
  Evidence evidence;
  uint32_t before = 0;
  const auto look = [&](uint32_t x, uint32_t y, bool first) {
    const uint32_t pixel = PixelAt(window, x, y);
    if (!first && pixel != before) ++evidence.edges;
    before = pixel;
    const bool inside = x - place.x < place.width && y - place.y < place.height;
    const bool explained = inside ? IsExplained(window, place, game, x, y) : pixel == border;
    if (!explained) ++evidence.unexplained;
  };
  for (uint32_t i = 0; i < kSamples; ++i) {
    const uint32_t y = window.height * i / kSamples;
    for (uint32_t x = 0; x < window.width; ++x) look(x, y, x == 0);
    const uint32_t column = window.width * i / kSamples;
    for (uint32_t row = 0; row < window.height; ++row) look(column, row, row == 0);
  }
  return evidence;
}

// Rows that are skipped hide the next one from the processor's own prefetching.
void Prefetch([[maybe_unused]] const uint8_t* row, [[maybe_unused]] size_t bytes) {
#if defined(__GNUC__)
  for (size_t i = 0; i < bytes; i += 64) __builtin_prefetch(row + i);
#endif
}

template <typename Word>
void TakeColumns(const uint8_t* row, const std::vector<uint32_t>& columns, uint8_t* to) {
  for (size_t i = 0; i < columns.size(); ++i) {
    std::memcpy(to + i * sizeof(Word), row + columns[i] * sizeof(Word), sizeof(Word));
  }
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
  Evidence least = Examine(window, fitted, game);
  bool told_apart = stretched == whole;
  for (const Placement& other : {whole, stretched}) {
    if (other == best.placement) continue;
    const Evidence evidence = Examine(window, other, game);
    if (evidence.unexplained != least.unexplained) told_apart = true;
    if (evidence.unexplained >= least.unexplained) continue;
    least = evidence;
    best.placement = other;
  }
  // What even the best of them does not explain is something beside the game, a menu, say, or a
  // game that lies elsewhere.
  best.sure = told_apart && least.edges >= kLeastEdges &&
              least.unexplained * uint64_t{kEdgesToAnError} <= least.edges;
  return best;
}

bool FitsPlacement(const PictureView& window, const Placement& place, PictureSize game) {
  constexpr uint32_t kPoints = 2048;
  // Of the points beside an edge a wrong placement explains two in three or fewer.
  constexpr uint32_t kTellingToAnError = 8;
  // Roberts' R2 sequence: points that lie evenly, and on no grid that a scale could share.
  constexpr uint32_t kStepX = 3242174889u;
  constexpr uint32_t kStepY = 2447445413u;
  const uint32_t step_x = place.width / game.width;
  const uint32_t step_y = place.height / game.height;
  uint32_t unexplained = 0;
  uint32_t telling = 0;
  for (uint32_t i = 1; i <= kPoints; ++i) {
    const auto in_x = static_cast<uint32_t>(uint64_t{i * kStepX} * (place.width - step_x) >> 32);
    const auto in_y = static_cast<uint32_t>(uint64_t{i * kStepY} * (place.height - step_y) >> 32);
    const uint32_t x = place.x + in_x;
    const uint32_t y = place.y + in_y;
    const uint32_t pixel = PixelAt(window, x, y);
    // Where the game's next pixel is the same, any placement would do.
    if (pixel == PixelAt(window, x + step_x, y) && pixel == PixelAt(window, x, y + step_y))
      continue;
    ++telling;
    if (!IsExplained(window, place, game, x, y)) ++unexplained;
  }
  return telling < kLeastEdges || unexplained * kTellingToAnError <= telling;
}

Unscaler::Unscaler(PictureSize game)
    : game_(game),
      columns_(game.width),
      pixels_(size_t{game.width} * game.height * sizeof(uint32_t)) {}

PictureView Unscaler::Run(const PictureView& window, const Placement& place) {
  const size_t bytes = BytesPerPixel(window.format);
  PictureView picture = {.pixels = window.pixels + place.y * window.pitch + place.x * bytes,
                         .width = game_.width,
                         .height = game_.height,
                         .pitch = window.pitch,
                         .format = window.format};
  if (place.width == game_.width && place.height == game_.height) return picture;
  if (place != planned_) {
    for (uint32_t x = 0; x < game_.width; ++x) columns_[x] = Middle(x, place.width, game_.width);
    planned_ = place;
  }
  const auto row_of = [&](uint32_t y) {
    return picture.pixels + Middle(y, place.height, game_.height) * window.pitch;
  };
  const size_t pitch = size_t{game_.width} * bytes;
  for (uint32_t y = 0; y < game_.height; ++y) {
    if (y + 1 < game_.height) Prefetch(row_of(y + 1), place.width * bytes);
    uint8_t* const to = pixels_.data() + y * pitch;
    bytes == 4 ? TakeColumns<uint32_t>(row_of(y), columns_, to)
               : TakeColumns<uint16_t>(row_of(y), columns_, to);
  }
  picture.pixels = pixels_.data();
  picture.pitch = pitch;
  return picture;
}

}  // namespace eevee
