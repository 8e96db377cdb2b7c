#include "vision/luminance.h"

#include <cmath>
#include <random>
#include <vector>

#include "testing/test.h"

namespace eevee {
namespace {

// The documented formula read the long way around: bit patterns written twice and cut, and a
// rounded quotient.
uint8_t Expected(PixelFormat format, const uint8_t* at) {
  const uint32_t word = format == PixelFormat::kXrgb8888
                            ? uint32_t{at[0]} | uint32_t{at[1]} << 8 | uint32_t{at[2]} << 16
                            : uint32_t{at[0]} | uint32_t{at[1]} << 8;
  double red = 0;
  double green = 0;
  double blue = 0;
  const auto five = [](uint32_t v) { return static_cast<double>(v * 33 / 4); };
  const auto six = [](uint32_t v) { return static_cast<double>(v * 65 / 16); };
  if (format == PixelFormat::kXrgb8888) {
    red = at[2];
    green = at[1];
    blue = at[0];
  } else if (format == PixelFormat::kRgb565) {
    red = five(word / 2048);
    green = six(word / 32 % 64);
    blue = five(word % 32);
  } else {
    red = five(word / 1024 % 32);
    green = five(word / 32 % 32);
    blue = five(word % 32);
  }
  return static_cast<uint8_t>(std::floor((77 * red + 150 * green + 29 * blue) / 256 + 0.5));
}

void CheckPicture(PixelFormat format, uint32_t width, uint32_t height, size_t padding,
                  std::mt19937& random) {
  const size_t bytes = BytesPerPixel(format);
  const size_t pitch = width * bytes + padding;
  // Exactly as long as the picture, so that a sanitizer sees a read past its last pixel.
  std::vector<uint8_t> pixels(pitch * (height - 1) + width * bytes);
  for (auto& byte : pixels) byte = static_cast<uint8_t>(random());
  std::vector<uint8_t> grey(size_t{width} * height);
  ToLuminance({pixels.data(), width, height, pitch, format}, grey.data());
  for (uint32_t y = 0; y < height; ++y) {
    for (uint32_t x = 0; x < width; ++x) {
      CHECK_EQ(int{grey[y * width + x]},
               int{Expected(format, pixels.data() + y * pitch + x * bytes)});
    }
  }
}

TEST(luminance_of_every_format_pitch_and_odd_size) {
  std::mt19937 random(5);
  for (const auto format : {PixelFormat::k0Rgb1555, PixelFormat::kXrgb8888, PixelFormat::kRgb565}) {
    for (const uint32_t width : {1u, 2u, 3u, 7u, 8u, 15u, 16u, 17u, 31u, 33u, 160u, 240u}) {
      for (const size_t padding : {0u, 1u, 3u, 64u, 192u}) {
        CheckPicture(format, width, 1 + static_cast<uint32_t>(random() % 9), padding, random);
      }
    }
  }
}

TEST(luminance_of_every_16_bit_pixel) {
  std::vector<uint8_t> pixels(65536 * 2);
  for (size_t i = 0; i < 65536; ++i) {
    pixels[2 * i] = static_cast<uint8_t>(i);
    pixels[2 * i + 1] = static_cast<uint8_t>(i >> 8);
  }
  std::vector<uint8_t> grey(65536);
  for (const auto format : {PixelFormat::k0Rgb1555, PixelFormat::kRgb565}) {
    ToLuminance({pixels.data(), 256, 256, 512, format}, grey.data());
    for (size_t i = 0; i < 65536; ++i) {
      CHECK_EQ(int{grey[i]}, int{Expected(format, pixels.data() + 2 * i)});
    }
  }
}

TEST(white_is_255_and_black_is_0) {
  const uint8_t white[4] = {255, 255, 255, 0};
  const uint8_t black[4] = {0, 0, 0, 255};
  uint8_t grey = 1;
  for (const auto format : {PixelFormat::k0Rgb1555, PixelFormat::kXrgb8888, PixelFormat::kRgb565}) {
    ToLuminance({white, 1, 1, 4, format}, &grey);
    CHECK_EQ(int{grey}, 255);
    ToLuminance({black, 1, 1, 4, format}, &grey);
    CHECK_EQ(int{grey}, 0);
  }
}

}  // namespace
}  // namespace eevee
