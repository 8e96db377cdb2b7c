#include "vision/find_game.h"

#include "testing/test.h"
#include "vision/test_pictures.h"

namespace eevee {
namespace {

using testing::Below;
using testing::TestPicture;

constexpr uint32_t kWidth = 160;
constexpr uint32_t kHeight = 144;

enum class Content { kFull, kMiddleOnly, kUniform };

// Draws a game of four shades; kMiddleOnly leaves a wide margin of black, as title screens do.
void DrawGame(TestPicture& window, uint32_t x, uint32_t y, uint32_t scale, std::mt19937& random,
              Content content = Content::kFull) {
  window.Fill(x, y, kWidth * scale, kHeight * scale, 0);
  if (content == Content::kUniform) return;
  const bool middle = content == Content::kMiddleOnly;
  for (uint32_t j = middle ? 50 : 0; j < (middle ? 90 : kHeight); ++j) {
    for (uint32_t i = middle ? 37 : 0; i < (middle ? 120 : kWidth); ++i) {
      window.Fill(x + i * scale, y + j * scale, scale, scale, Below(random, 4) * 0x5294);
    }
  }
}

void DrawTitleBar(TestPicture& window, uint32_t height, std::mt19937& random) {
  window.Fill(0, 0, window.view.width, height, 0x39c7);
  for (uint32_t i = 0; i < 400; ++i) {
    window.Set(10 + Below(random, window.view.width / 3), 4 + Below(random, height - 8), 0xffff);
  }
}

void CheckFound(const TestPicture& window, uint32_t x, uint32_t y, uint32_t scale) {
  const auto found = FindGame(window.view, kWidth, kHeight);
  CHECK(found.has_value());
  CHECK_EQ(found->x, x);
  CHECK_EQ(found->y, y);
  CHECK_EQ(found->scale, scale);
  CHECK_EQ(found->width, kWidth);
  CHECK_EQ(found->height, kHeight);
}

TEST(a_window_of_the_games_size_times_a_scale_is_all_game) {
  std::mt19937 random(1);
  for (const auto format : testing::kFormats) {
    for (uint32_t scale = 1; scale <= 5; ++scale) {
      TestPicture window(kWidth * scale, kHeight * scale, format, 12);
      DrawGame(window, 0, 0, scale, random);
      CheckFound(window, 0, 0, scale);
    }
  }
}

TEST(a_letterboxed_game_is_found) {
  std::mt19937 random(2);
  for (const auto content : {Content::kFull, Content::kMiddleOnly}) {
    for (uint32_t round = 0; round < 12; ++round) {
      const uint32_t scale = 2 + round % 4;
      const uint32_t margin_x = Below(random, 80);
      const uint32_t margin_y = Below(random, 60);
      TestPicture window(kWidth * scale + 2 * margin_x, kHeight * scale + 2 * margin_y, kBgra8888);
      window.Fill(0, 0, window.view.width, window.view.height, 0);
      DrawGame(window, margin_x, margin_y, scale, random, content);
      CheckFound(window, margin_x, margin_y, scale);
    }
  }
}

TEST(a_game_below_a_title_bar_and_within_a_border_is_found) {
  std::mt19937 random(3);
  for (uint32_t scale = 1; scale <= 4; ++scale) {
    TestPicture window(kWidth * scale + 4, kHeight * scale + 27, kBgra8888);
    window.Fill(0, 0, window.view.width, window.view.height, 0x7bef);
    DrawTitleBar(window, 25, random);
    DrawGame(window, 2, 25, scale, random);
    CheckFound(window, 2, 25, scale);
  }
}

TEST(a_letterboxed_game_below_a_title_bar_is_found) {
  std::mt19937 random(4);
  TestPicture window(700, 520, PixelFormat::kRgb565);
  window.Fill(0, 0, 700, 520, 0);
  DrawTitleBar(window, 24, random);
  DrawGame(window, 110, 56, 3, random);
  CheckFound(window, 110, 56, 3);
}

TEST(a_full_screen_of_1080_lines_holds_the_game_at_seven) {
  std::mt19937 random(5);
  TestPicture window(1920, 1080, kBgra8888);
  window.Fill(0, 0, 1920, 1080, 0);
  DrawGame(window, 400, 36, 7, random);
  CheckFound(window, 400, 36, 7);
}

TEST(what_a_fourth_byte_says_does_not_matter) {
  std::mt19937 random(6);
  TestPicture window(480, 432, kBgra8888);
  DrawGame(window, 0, 0, 3, random);
  for (size_t i = 3; i < window.bytes.size(); i += 4) {
    window.bytes[i] = static_cast<uint8_t>(random());
  }
  CheckFound(window, 0, 0, 3);
}

TEST(what_proves_nothing_is_not_guessed) {
  std::mt19937 random(7);
  const auto nothing = [](const TestPicture& window) {
    CHECK(!FindGame(window.view, kWidth, kHeight).has_value());
  };
  TestPicture uniform(480, 432, kBgra8888);
  nothing(uniform);
  TestPicture noise(480, 432, kBgra8888);
  noise.Randomise(random);
  nothing(noise);
  TestPicture small(159, 144, kBgra8888);
  small.Randomise(random);
  nothing(small);
  // Three game pixels on four of the window's: no whole number.
  TestPicture stretched(213, 192, kBgra8888);
  for (uint32_t y = 0; y < 192; ++y) {
    for (uint32_t x = 0; x < 213; ++x) stretched.Set(x, y, (x * 3 / 4 * 7919 + y * 3 / 4 * 104729));
  }
  nothing(stretched);
  // A black game in a black letterbox, but for one line of text that says nothing of where it is.
  TestPicture blank(501, 455, kBgra8888);
  DrawGame(blank, 5, 5, 3, random, Content::kUniform);
  blank.Fill(200, 200, 30, 3, 0xffffff);
  nothing(blank);
}

TEST(windows_that_cannot_be_read_are_refused) {
  TestPicture window(480, 432, kBgra8888);
  PictureView view = window.view;
  view.width = 0;
  CHECK_PROBLEM("resource.frame-invalid", FindGame(view, kWidth, kHeight));
  CHECK(!FindGame(window.view, 0, 0).has_value());
  CHECK(!FindGame(window.view, 0xffffffff, 0xffffffff).has_value());
}

}  // namespace
}  // namespace eevee
