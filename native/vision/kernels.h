#pragma once

#include <cstddef>
#include <cstdint>

#include "base/cpu.h"

namespace eevee {

/// Which columns of a row make up which output pixels, laid out for kernels: outputs in groups of
/// eight, taps in blocks of eight.
struct ColumnTaps {
  uint32_t groups;         ///< of eight outputs; the last may be partly unused
  uint32_t blocks;         ///< of eight taps, the same number for every output
  const uint32_t* starts;  ///< [groups * 8] first column; `start + 8 * blocks` lies in the row
  /// [groups][blocks][8 outputs][8 taps], 0 beyond an output's last tap. The eight outputs stand in
  /// the order 0 4 1 5 2 6 3 7, so that one 256-bit load feeds both halves of a register.
  const int16_t* weights;
};

/// Where output `i` of eight stands in a group of weights.
constexpr uint32_t TapPlace(uint32_t i) { return i % 4 * 2 + i / 4; }

/// The inner loops of preprocessing for one instruction set. All sets give the same bytes; none
/// reads or writes outside what is named, and no pointer need be aligned.
struct Kernels {
  Isa isa;
  /// Luminance of `width` pixels of a row; one function per PixelFormat.
  void (*grey[3])(const uint8_t* row, uint32_t width, uint8_t* grey);
  /// Grey and weigh in one go; again one function per PixelFormat.
  void (*grey_weigh[3])(const uint8_t* row, uint32_t width, uint32_t weight, bool first,
                        uint8_t* grey, uint16_t* sums);
  /// `sums[x] = (first ? 0 : sums[x]) + weight * grey[x]`; the caller keeps sums below 32768.
  void (*weigh)(const uint8_t* grey, uint32_t width, uint32_t weight, bool first, uint16_t* sums);
  /// Weigh in 32 bits; the weight is below 32768.
  void (*weigh_wide)(const uint8_t* grey, uint32_t width, uint32_t weight, bool first,
                     uint32_t* sums);
  /// `dots[i]`, for the `8 * groups` outputs: its taps' weights times sums (each below 32768).
  void (*dots)(const uint16_t* sums, const ColumnTaps& taps, int32_t* dots);
  /// `grey[i] = (dots[i] + half) / divisor`, rounded down, for `count` outputs that give 0..255.
  void (*divide)(const int32_t* dots, uint32_t count, uint32_t half, uint32_t divisor,
                 uint8_t* grey);
  /// Hashes of `count` 8×8 tiles side by side (tile_hash.h); `stride` is bytes from row to row.
  void (*hash_tiles)(const uint8_t* grey, size_t stride, uint32_t count, uint64_t* hashes);
};

/// The kernels for an instruction set, or for the best one it includes that is compiled in.
const Kernels& KernelsFor(Isa isa);

/// The kernels for ChosenIsa, which this asks once. Throws as ChosenIsa does.
const Kernels& BestKernels();

extern const Kernels kScalarKernels;
#if defined(__x86_64__) || defined(_M_X64)
extern const Kernels kSse4Kernels;
extern const Kernels kAvx2Kernels;
extern const Kernels kAvx512Kernels;
#elif defined(__aarch64__) || defined(_M_ARM64)
extern const Kernels kNeonKernels;
#endif

}  // namespace eevee
