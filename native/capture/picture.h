#pragma once

#include <cstddef>
#include <cstdint>

namespace eevee {

/// Pixel formats as libretro numbers them; all are little-endian words.
enum class PixelFormat : uint32_t { k0Rgb1555 = 0, kXrgb8888 = 1, kRgb565 = 2 };

constexpr size_t BytesPerPixel(PixelFormat format) {
  return format == PixelFormat::kXrgb8888 ? 4 : 2;
}

/// A picture in somebody else's memory.
struct PictureView {
  const uint8_t* pixels;
  uint32_t width;
  uint32_t height;
  /// Bytes from one row to the next; at least `width * BytesPerPixel(format)`.
  size_t pitch;
  PixelFormat format;
};

}  // namespace eevee
