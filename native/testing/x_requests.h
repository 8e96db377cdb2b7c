#pragma once

#include "capture/x11/wire.h"

/// What a program sends to have a window and to draw in it. The addon only watches windows, so that
/// these are for tests alone.
namespace eevee::x11 {

struct CreateWindow {
  Header<1> header{};
  uint32_t window;
  uint32_t parent;
  int16_t x = 20;
  int16_t y = 20;
  uint16_t width;
  uint16_t height;
  uint16_t border = 0;
  uint16_t window_class = 1;
  uint32_t visual = 0;
  uint32_t which = 1u << 1 | 1u << 11;  // background pixel, event mask
  uint32_t background;
  uint32_t events = kKeyPressMask | kKeyReleaseMask;
};
struct DestroyWindow {
  Header<4> header{};
  uint32_t window;
};
struct MapWindow {
  Header<8> header{};
  uint32_t window;
};
struct UnmapWindow {
  Header<10> header{};
  uint32_t window;
};
struct ConfigureWindow {
  Header<12> header{};
  uint32_t window;
  uint32_t which;  // 1 x, 2 y, 4 width, 8 height
  uint32_t values[2];
};
struct ChangeProperty {
  Header<18> header{};
  uint32_t window;
  uint32_t property;
  uint32_t type = 31;  // STRING
  uint32_t format = 8;
  uint32_t bytes = 4;
  char text[4];
};
struct ClearArea {
  Header<61> header{};
  uint32_t window;
  uint32_t area[2] = {0, 0};
};
struct CreateContext {
  Header<55> header{};
  uint32_t context;
  uint32_t drawable;
  uint32_t which = 0;
};
struct ShmPutImage {
  Header<3, Extension::kShm> header{};
  uint32_t drawable;
  uint32_t context;
  uint16_t total_width;
  uint16_t total_height;
  uint16_t from_x = 0;
  uint16_t from_y = 0;
  uint16_t width;
  uint16_t height;
  int16_t x;
  int16_t y;
  uint8_t depth;
  uint8_t format = 2;  // ZPixmap
  uint8_t send_event = 0;
  uint8_t pad = 0;
  uint32_t segment;
  uint32_t offset = 0;
};

}  // namespace eevee::x11
