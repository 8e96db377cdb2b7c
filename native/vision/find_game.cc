#include "vision/find_game.h"

#include <algorithm>
#include <cstring>
#include <tuple>
#include <vector>

namespace eevee {
namespace {

/// Fewer edges than this prove no scale: of the game's pixels, and of the rows and columns they are
/// in.
constexpr uint32_t kLeastEdges = 32;
constexpr uint32_t kLeastLines = 4;

/// The window's colours; what a fourth byte says is nobody's colour.
struct Colours {
  uint32_t width;
  uint32_t height;
  std::vector<uint32_t> all;
  const uint32_t* at(uint32_t x, uint32_t y) const { return &all[size_t{y} * width + x]; }
};

template <typename Word>
Colours ColoursOf(const PictureView& window, uint32_t mask) {
  Colours colours{window.width, window.height, {}};
  colours.all.resize(size_t{window.width} * window.height);
  uint32_t* to = colours.all.data();
  for (uint32_t y = 0; y < window.height; ++y) {
    const uint8_t* row = window.pixels + y * window.pitch;
    for (uint32_t x = 0; x < window.width; ++x) {
      Word word;
      std::memcpy(&word, row + x * sizeof word, sizeof word);
      *to++ = word & mask;
    }
  }
  return colours;
}

/// The lines across one axis: of columns, how they differ from the column before.
struct Axis {
  explicit Axis(uint32_t length) : edges(length), longest(length), run(length) {}
  std::vector<uint32_t> edges;    ///< pixels that differ from the line before
  std::vector<uint32_t> longest;  ///< longest run of one colour along the line
  std::vector<uint32_t> run;      ///< the run going on
  uint32_t length() const { return static_cast<uint32_t>(edges.size()); }

  void Look(uint32_t line, bool differs, bool goes_on) {
    edges[line] += differs ? 1 : 0;
    run[line] = goes_on ? run[line] + 1 : 1;
    longest[line] = std::max(longest[line], run[line]);
  }
};

/// How well an axis fixes a place, worst first.
enum Fixed : int { kNot = 0, kOneEnd = 1, kCentred = 2, kBothEnds = 3 };

struct Place {
  uint32_t at;
  Fixed fixed;
};

/// Where along an axis the game can begin: `size` lines of it, each `across` pixels long.
std::vector<Place> PlacesAlong(const Axis& axis, uint32_t size, uint32_t across) {
  const uint32_t length = axis.length();
  const auto clean = [&](uint32_t line) { return axis.longest[line] >= across; };
  const auto hard = [&](uint32_t line) {
    return line == 0 || line == length || axis.edges[line] >= across / 4;
  };
  // How many clean lines without a strong edge between them end before, or begin at, a line.
  std::vector<uint32_t> before(length + 1);
  std::vector<uint32_t> after(length + 1);
  for (uint32_t i = 1; i <= length; ++i) {
    const bool joined = i > 1 && !hard(i - 1);
    before[i] = clean(i - 1) ? 1 + (joined ? before[i - 1] : 0) : 0;
  }
  for (uint32_t i = length; i-- > 0;)
    after[i] = clean(i) ? 1 + (hard(i + 1) ? 0 : after[i + 1]) : 0;

  std::vector<Place> places;
  for (uint32_t at = 0; at + size <= length; ++at) {
    const uint32_t end = at + size;
    if ((at > 0 && !clean(at - 1)) || (end < length && !clean(end))) continue;
    const bool centred = before[at] > 0 && after[end] > 0 &&
                         std::max(before[at], after[end]) - std::min(before[at], after[end]) <= 1;
    const Fixed fixed = hard(at) && hard(end)   ? kBothEnds
                        : centred               ? kCentred
                        : hard(at) || hard(end) ? kOneEnd
                                                : kNot;
    if (fixed != kNot) places.push_back({at, fixed});
  }
  return places;
}

bool OneColour(const uint32_t* from, size_t step, uint32_t count) {
  for (uint32_t i = 1; i < count; ++i) {
    if (from[i * step] != *from) return false;
  }
  return true;
}

bool HasCleanBorder(const Colours& colours, const GamePlacement& game) {
  const uint32_t width = game.scale * game.width;
  const uint32_t height = game.scale * game.height;
  const uint32_t right = game.x + width;
  const uint32_t bottom = game.y + height;
  const size_t down = colours.width;
  return (game.x == 0 || OneColour(colours.at(game.x - 1, game.y), down, height)) &&
         (right == colours.width || OneColour(colours.at(right, game.y), down, height)) &&
         (game.y == 0 || OneColour(colours.at(game.x, game.y - 1), 1, width)) &&
         (bottom == colours.height || OneColour(colours.at(game.x, bottom), 1, width));
}

bool IsMadeOfSquares(const Colours& colours, const GamePlacement& game) {
  for (uint32_t j = 0; j < game.height; ++j) {
    const uint32_t* first = colours.at(game.x, game.y + j * game.scale);
    for (uint32_t i = 0; i < game.width; ++i) {
      if (!OneColour(first + size_t{i} * game.scale, 1, game.scale)) return false;
    }
    for (uint32_t again = 1; again < game.scale; ++again) {
      const uint32_t* row = first + size_t{again} * colours.width;
      if (std::memcmp(first, row, size_t{game.scale} * game.width * sizeof *row) != 0) return false;
    }
  }
  return true;
}

/// Pairs of neighbouring pixels of the game that differ; 0 where they are too few to tell.
uint32_t EdgesIn(const Colours& colours, const GamePlacement& game) {
  std::vector<bool> in_column(game.width);
  uint32_t edges = 0;
  uint32_t lines = 0;
  for (uint32_t j = 0; j < game.height; ++j) {
    bool in_row = false;
    for (uint32_t i = 0; i < game.width; ++i) {
      const uint32_t* pixel = colours.at(game.x + i * game.scale, game.y + j * game.scale);
      if (i > 0 && *pixel != pixel[-1]) {
        ++edges;
        in_column[i] = true;
      }
      if (j > 0 && *pixel != *(pixel - colours.width)) {
        ++edges;
        in_row = true;
      }
    }
    lines += in_row ? 1 : 0;
  }
  const auto columns = std::count(in_column.begin(), in_column.end(), true);
  return edges >= kLeastEdges && lines >= kLeastLines && columns >= kLeastLines ? edges : 0;
}

/// How good a place is, compared from left to right.
struct Candidate {
  GamePlacement game;
  uint64_t edges;  ///< in pixels of the window
  int worse_axis;
  int better_axis;
  auto Quality() const { return std::tuple(edges, worse_axis, better_axis, game.scale); }
};

/// The best place at one scale or better than `best`; `tied` tells whether another is as good.
void LookAtScale(const Colours& colours, const Axis& columns, const Axis& rows,
                 const GamePlacement& size, std::optional<Candidate>& best, bool& tied) {
  const uint32_t width = size.scale * size.width;
  const uint32_t height = size.scale * size.height;
  const std::vector<Place> xs = PlacesAlong(columns, width, height);
  const std::vector<Place> ys = PlacesAlong(rows, height, width);
  for (const Place& y : ys) {
    for (const Place& x : xs) {
      // At scale 1 every picture is made of squares: only its borders speak.
      if (size.scale == 1 && std::min(x.fixed, y.fixed) < kCentred) continue;
      const GamePlacement game{x.at, y.at, size.scale, size.width, size.height};
      if (!HasCleanBorder(colours, game) || !IsMadeOfSquares(colours, game)) continue;
      const uint32_t edges = EdgesIn(colours, game);
      if (edges == 0) continue;
      const Candidate found{game, uint64_t{edges} * size.scale, std::min(x.fixed, y.fixed),
                            std::max(x.fixed, y.fixed)};
      if (best && found.Quality() < best->Quality()) continue;
      tied = best && found.Quality() == best->Quality();
      best = found;
    }
  }
}

}  // namespace

std::optional<GamePlacement> FindGame(const PictureView& window, uint32_t game_width,
                                      uint32_t game_height) {
  CheckFrame(FrameView::Whole(window));
  if (game_width == 0 || game_height == 0) return std::nullopt;
  const Colours colours = BytesPerPixel(window.format) == 4 ? ColoursOf<uint32_t>(window, 0xffffff)
                                                            : ColoursOf<uint16_t>(window, 0xffff);
  Axis columns(window.width);
  Axis rows(window.height);
  for (uint32_t y = 0; y < window.height; ++y) {
    for (uint32_t x = 0; x < window.width; ++x) {
      const uint32_t* pixel = colours.at(x, y);
      const bool as_left = x > 0 && pixel[-1] == *pixel;
      const bool as_above = y > 0 && *(pixel - window.width) == *pixel;
      columns.Look(x, !as_left, as_above);
      rows.Look(y, !as_above, as_left);
    }
  }
  std::optional<Candidate> best;
  bool tied = false;
  for (uint32_t scale = std::min(window.width / game_width, window.height / game_height);
       scale >= 1; --scale) {
    if (scale == 1 && best) break;
    LookAtScale(colours, columns, rows, {0, 0, scale, game_width, game_height}, best, tied);
  }
  if (!best || tied) return std::nullopt;
  return best->game;
}

}  // namespace eevee
