#include "joypad.h"
#include "menu.h"
#include "music.h"
#include "text.h"
#include "video.h"

u8 choose(u8 *first_cell, u8 count, u8 start) {
  u8 at = start;
  for (;;) {
    put_tile(first_cell + ((u16)at << 6), TILE_CURSOR);
    frame();
    if (joy_pressed & (BUTTON_A | BUTTON_START)) {
      sound_select();
      return at;
    }
    if (joy_pressed & BUTTON_B) return 255;
    if (!(joy_pressed & (BUTTON_UP | BUTTON_DOWN))) continue;
    put_tile(first_cell + ((u16)at << 6), TILE_SPACE);
    if (joy_pressed & BUTTON_DOWN) at = (u8)(at + 1 == count ? 0 : at + 1);
    else at = (u8)(at == 0 ? count - 1 : at - 1);
    sound_cursor();
  }
}
