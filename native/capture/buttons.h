#pragma once

#include <array>
#include <cstdint>

#include "capture/libretro_abi.h"

namespace eevee {

/// libretro's number of each of our buttons; the index is the bit in a button mask. The order is
/// that of `buttons` in protocol/words.ts: a, b, select, start, right, left, up, down, r, l.
inline constexpr std::array<uint8_t, 10> kJoypadOfButton = {
    LR_JOYPAD_A,    LR_JOYPAD_B,  LR_JOYPAD_SELECT, LR_JOYPAD_START, LR_JOYPAD_RIGHT,
    LR_JOYPAD_LEFT, LR_JOYPAD_UP, LR_JOYPAD_DOWN,   LR_JOYPAD_R,     LR_JOYPAD_L};

inline constexpr uint16_t kAllButtons = (1u << kJoypadOfButton.size()) - 1;

/// A button mask of ours as the bits libretro asks for.
constexpr uint16_t JoypadBits(uint16_t buttons) {
  uint16_t bits = 0;
  for (size_t i = 0; i < kJoypadOfButton.size(); ++i) {
    if ((buttons >> i & 1) != 0) bits = static_cast<uint16_t>(bits | 1u << kJoypadOfButton[i]);
  }
  return bits;
}

}  // namespace eevee
