#include "pipeline/source_place.h"

#include <vector>

#include "testing/test.h"

namespace eevee {
namespace {

constexpr PictureSize kGame = {64, 48};

/// A window with a game in it, and with a menu that no game shows where `menu` says so.
struct Window {
  std::vector<uint32_t> pixels;
  PictureView view;
  explicit Window(PictureSize size)
      : pixels(size_t{size.width} * size.height, 0x101010),
        view{reinterpret_cast<const uint8_t*>(pixels.data()), size.width, size.height,
             size_t{size.width} * 4, PixelFormat::kXrgb8888} {}

  void Show(const Placement& place, uint32_t seed) {
    std::fill(pixels.begin(), pixels.end(), 0x101010);
    for (uint32_t y = 0; y < place.height; ++y) {
      for (uint32_t x = 0; x < place.width; ++x) {
        uint32_t value = (x * kGame.width / place.width + 1) * 0x9E3779B1u ^
                         (y * kGame.height / place.height + seed) * 0x85EBCA77u;
        value ^= value >> 15;
        pixels[size_t{place.y + y} * view.width + place.x + x] = value & 0xFFFFFF;
      }
    }
  }
  void ShowMenu(uint32_t height) {
    for (uint32_t y = 2; y + 2 < height; ++y) {
      for (uint32_t x = 3; x < view.width / 2; x += 2 + y % 5)
        pixels[y * view.width + x] = 0xFFFFFF;
    }
  }
};

// The place in a window of which only the part that is wanted is given, as a source does.
Placement In(SourcePlace& place, const Window& window, uint64_t frame) {
  PictureView view = window.view;
  const PictureSize whole = {view.width, view.height};
  static PictureSize before;
  const auto part = whole == before ? place.wanted() : std::nullopt;
  before = whole;
  if (part) {
    view.pixels += part->y * view.pitch + part->x * size_t{4};
    view.width = part->width;
    view.height = part->height;
  }
  return place.In(view, whole, part, frame);
}

TEST(PlaceIsLookedForOnceWhileItStays) {
  Window window({300, 200});
  const Placement shown = {22, 4, 256, 192};
  SourcePlace place(kGame, {});
  for (uint32_t frame = 0; frame < 5000; ++frame) {
    window.Show(shown, frame / 50);
    CHECK(In(place, window, frame) == shown);
  }
  CHECK_EQ(place.searches(), 1u);
}

TEST(PlaceIsFollowedWhenTheGameMovesInItsWindow) {
  Window window({300, 200});
  SourcePlace place(kGame, {});
  const Placement before = {22, 4, 256, 192};
  const Placement after = {54, 28, 192, 144};
  window.Show(before, 1);
  for (uint32_t frame = 0; frame < 100; ++frame) CHECK(In(place, window, frame) == before);
  window.Show(after, 2);
  uint32_t frame = 100;
  while (In(place, window, frame) != after) CHECK(++frame < 250);
  CHECK(place.searches() <= 4);
}

TEST(PlaceBesideAMenuIsFoundAndKept) {
  Window window({300, 200});
  const Placement shown = {54, 50, 192, 144};
  SourcePlace place(kGame, {});
  for (uint32_t frame = 0; frame < 2000; ++frame) {
    window.Show(shown, frame / 50);
    window.ShowMenu(20);
    CHECK(frame == 0 || In(place, window, frame) == shown);
  }
  CHECK(place.searches() <= 8);
}

TEST(PlaceThatWasSureOutlivesPicturesThatTellNothing) {
  Window window({300, 200});
  const Placement shown = {22, 4, 256, 192};
  SourcePlace place(kGame, {});
  window.Show(shown, 1);
  In(place, window, 0);
  Window black({300, 200});
  for (uint32_t frame = 1; frame < 500; ++frame) CHECK(In(place, black, frame) == shown);
  CHECK_EQ(place.searches(), 1u);
}

TEST(PlaceOfABlackWindowIsLookedForEverMoreRarely) {
  Window black({300, 200});
  SourcePlace place(kGame, {});
  for (uint32_t frame = 0; frame < 5000; ++frame) In(place, black, frame);
  CHECK(place.searches() > 5);
  CHECK(place.searches() < 14);
}

TEST(PlaceThatIsGivenIsBelievedWhereItFits) {
  const Placement given = {10, 10, 64, 48};
  SourcePlace place(kGame, given);
  Window window({300, 200});
  window.Show({22, 4, 256, 192}, 1);
  for (uint32_t frame = 0; frame < 200; ++frame) CHECK(In(place, window, frame) == given);
  Window small({64, 48});
  small.Show({0, 0, 64, 48}, 1);
  CHECK((In(place, small, 200) == Placement{0, 0, 64, 48}));
}

}  // namespace
}  // namespace eevee
