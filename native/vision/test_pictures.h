#pragma once

#include <array>
#include <random>
#include <vector>

#include "vision/preprocess.h"

namespace eevee::testing {

/// Every instruction set with kernels of its own that this machine runs, the reference among them.
inline std::vector<Isa> IsasHere() {
  std::vector<Isa> isas;
  for (const Isa isa : {Isa::kScalar, Isa::kSse4, Isa::kAvx2, Isa::kAvx512, Isa::kNeon}) {
    if (CpuHas(isa) && KernelsFor(isa).isa == isa) isas.push_back(isa);
  }
  return isas;
}

inline constexpr std::array kFormats = {PixelFormat::k0Rgb1555, PixelFormat::kXrgb8888,
                                        PixelFormat::kRgb565};

/// A picture with memory of its own, exactly as long as it is, beginning at any address: a
/// sanitizer sees every read outside.
struct TestPicture {
  TestPicture(uint32_t width, uint32_t height, PixelFormat format, size_t padding = 0,
              size_t misaligned = 0)
      : view{nullptr, width, height, width * BytesPerPixel(format) + padding, format},
        bytes(misaligned + view.pitch * (height - 1) + width * BytesPerPixel(format)) {
    view.pixels = bytes.data() + misaligned;
  }
  TestPicture(const TestPicture&) = delete;
  TestPicture& operator=(const TestPicture&) = delete;

  void Randomise(std::mt19937& random) {
    for (uint8_t& byte : bytes) byte = static_cast<uint8_t>(random());
  }
  uint8_t* at(uint32_t x, uint32_t y) {
    return bytes.data() + (view.pixels - bytes.data()) +
           static_cast<ptrdiff_t>(y * view.pitch + x * BytesPerPixel(view.format));
  }
  /// Writes the low bytes of a colour.
  void Set(uint32_t x, uint32_t y, uint32_t colour) {
    for (size_t i = 0; i < BytesPerPixel(view.format); ++i) {
      at(x, y)[i] = static_cast<uint8_t>(colour >> 8 * i);
    }
  }
  void Fill(uint32_t x, uint32_t y, uint32_t width, uint32_t height, uint32_t colour) {
    for (uint32_t j = y; j < y + height; ++j) {
      for (uint32_t i = x; i < x + width; ++i) Set(i, j, colour);
    }
  }

  PictureView view;
  std::vector<uint8_t> bytes;
};

inline uint32_t Below(std::mt19937& random, uint32_t bound) {
  return static_cast<uint32_t>(random() % bound);
}

}  // namespace eevee::testing
