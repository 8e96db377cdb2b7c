#include "capture/placement.h"

#include <algorithm>
#include <cstring>

#include "testing/test.h"

namespace eevee {
namespace {

constexpr PictureSize kGame = {160, 144};
constexpr uint32_t kBorder = 0x101010;

// A picture of many edges; pixel values tell their place.
uint32_t GamePixel(uint32_t x, uint32_t y) {
  uint32_t value = x * 0x9E3779B1u ^ y * 0x85EBCA77u;
  value ^= value >> 15;
  return value & 0xFFFFFF;
}

// A window that shows the game there by its nearest pixels, as graphics hardware scales.
struct Window {
  std::vector<uint32_t> pixels;
  PictureView view;
  Window(PictureSize size, const Placement& place, bool plain = false)
      : pixels(size_t{size.width} * size.height, kBorder),
        view{reinterpret_cast<const uint8_t*>(pixels.data()), size.width, size.height,
             size_t{size.width} * 4, PixelFormat::kXrgb8888} {
    for (uint32_t y = 0; y < place.height; ++y) {
      for (uint32_t x = 0; x < place.width; ++x) {
        const uint32_t game_x = (2 * x + 1) * kGame.width / (2 * place.width);
        const uint32_t game_y = (2 * y + 1) * kGame.height / (2 * place.height);
        pixels[size_t{place.y + y} * size.width + place.x + x] =
            plain ? kBorder : GamePixel(game_x, game_y);
      }
    }
  }
};

void CheckFound(PictureSize size, const Placement& place) {
  const Window window(size, place);
  const FoundPlacement found = FindPlacement(window.view, kGame);
  CHECK(found.sure);
  CHECK(found.placement == place);
  CHECK(FitsPlacement(window.view, place, kGame));
  Unscaler unscaler(kGame);
  const PictureView game = unscaler.Run(window.view, found.placement);
  CHECK_EQ(game.width, kGame.width);
  for (uint32_t y = 0; y < kGame.height; ++y) {
    for (uint32_t x = 0; x < kGame.width; ++x) {
      uint32_t pixel;
      std::memcpy(&pixel, game.pixels + y * game.pitch + x * 4, sizeof pixel);
      CHECK_EQ(pixel, GamePixel(x, y));
    }
  }
}

TEST(PlacementIsTheWholeWindowAtAWholeFactor) {
  CheckFound({160, 144}, {0, 0, 160, 144});
  CheckFound({480, 432}, {0, 0, 480, 432});
}

TEST(PlacementFindsAStretchedGame) { CheckFound({700, 500}, {0, 0, 700, 500}); }

TEST(PlacementFindsAGameThatKeepsItsAspect) {
  CheckFound({1000, 500}, {222, 0, 555, 500});
  CheckFound({500, 1000}, {0, 275, 500, 450});
}

TEST(PlacementFindsAGameAtAWholeFactorInAnOddWindow) {
  CheckFound({700, 500}, {110, 34, 480, 432});
}

TEST(PlacementIsNotSureOfAPlainWindow) {
  const Window window({700, 500}, {0, 0, 700, 500}, true);
  CHECK(!FindPlacement(window.view, kGame).sure);
}

TEST(PlacementOfATinyWindowStaysInIt) {
  for (const PictureSize size : {PictureSize{1, 1}, PictureSize{159, 400}, PictureSize{200, 7}}) {
    const std::vector<uint32_t> pixels(size_t{size.width} * size.height, 7);
    const PictureView view = {reinterpret_cast<const uint8_t*>(pixels.data()), size.width,
                              size.height, size_t{size.width} * 4, PixelFormat::kXrgb8888};
    Unscaler unscaler(kGame);
    const PictureView game = unscaler.Run(view, FindPlacement(view, kGame).placement);
    CHECK_EQ(game.height, kGame.height);
    for (uint32_t y = 0; y < game.height; ++y) {
      for (uint32_t x = 0; x < game.width; ++x) {
        CHECK_EQ(int{game.pixels[y * game.pitch + x * size_t{4}]}, 7);
      }
    }
  }
}

TEST(PlacementThatNoLongerHoldsIsNoticed) {
  const PictureSize size = {700, 500};
  const Placement places[] = {
      {0, 0, 700, 500}, {110, 34, 480, 432}, {72, 0, 555, 500}, {30, 40, 320, 288}};
  for (const Placement& shown : places) {
    const Window window(size, shown);
    for (const Placement& believed : places) {
      CHECK_EQ(FitsPlacement(window.view, believed, kGame), believed == shown);
    }
  }
  // A picture of one colour says nothing against a placement.
  CHECK(FitsPlacement(Window(size, places[0], true).view, places[1], kGame));
}

}  // namespace
}  // namespace eevee
