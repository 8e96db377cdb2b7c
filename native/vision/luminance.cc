#include "vision/luminance.h"

#include <cstring>

namespace eevee {
namespace {

// 16 bits hold the largest sum (256 · 255 + 128), so that compilers fit eight pixels into a 128-bit
// register.
constexpr uint8_t Weigh(uint16_t red, uint16_t green, uint16_t blue) {
  return static_cast<uint8_t>(static_cast<uint16_t>(77 * red + 150 * green + 29 * blue + 128) >> 8);
}
constexpr uint16_t Widen5(uint16_t value) { return static_cast<uint16_t>(value << 3 | value >> 2); }
constexpr uint16_t Widen6(uint16_t value) { return static_cast<uint16_t>(value << 2 | value >> 4); }

struct Rgb565 {
  using Word = uint16_t;
  static constexpr uint8_t Grey(Word word) {
    return Weigh(Widen5(static_cast<uint16_t>(word >> 11)),
                 Widen6(static_cast<uint16_t>(word >> 5 & 63)),
                 Widen5(static_cast<uint16_t>(word & 31)));
  }
};

struct Rgb1555 {
  using Word = uint16_t;
  static constexpr uint8_t Grey(Word word) {
    return Weigh(Widen5(static_cast<uint16_t>(word >> 10 & 31)),
                 Widen5(static_cast<uint16_t>(word >> 5 & 31)),
                 Widen5(static_cast<uint16_t>(word & 31)));
  }
};

struct Xrgb8888 {
  using Word = uint32_t;
  static constexpr uint8_t Grey(Word word) {
    return Weigh(static_cast<uint16_t>(word >> 16 & 255), static_cast<uint16_t>(word >> 8 & 255),
                 static_cast<uint16_t>(word & 255));
  }
};

template <typename Format>
void Convert(const PictureView& picture, uint8_t* __restrict grey) {
  for (uint32_t y = 0; y < picture.height; ++y) {
    const uint8_t* __restrict row = picture.pixels + y * picture.pitch;
    for (uint32_t x = 0; x < picture.width; ++x) {
      // A core's rows need not be aligned to their pixels; compilers turn this copy into a plain
      // load.
      typename Format::Word word;
      std::memcpy(&word, row + x * sizeof word, sizeof word);
      grey[x] = Format::Grey(word);
    }
    grey += picture.width;
  }
}

}  // namespace

void ToLuminance(const PictureView& picture, uint8_t* grey) {
  switch (picture.format) {
    case PixelFormat::k0Rgb1555:
      return Convert<Rgb1555>(picture, grey);
    case PixelFormat::kXrgb8888:
      return Convert<Xrgb8888>(picture, grey);
    case PixelFormat::kRgb565:
      return Convert<Rgb565>(picture, grey);
  }
}

}  // namespace eevee
