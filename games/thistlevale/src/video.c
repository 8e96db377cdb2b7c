#include "video.h"
#include "hardware.h"
#include "joypad.h"
#include "music.h"
#include "palette.h"
#include "published.h"

u8 is_colour;
volatile u8 frame_ready;
u8 wHeartbeat;
u8 scroll_x, scroll_y, window_x, window_y, lcd_control;
u8 block_tiles[512];
u8 block_palettes[512];

void frame(void) {
  wHeartbeat++;
  frame_ready = 1;
  wait_vblank();
  palette_commit(); /* still in the vertical blank */
  publish();
  music_update();
  joypad_read();
}

void frames(u8 count) {
  while (count--) frame();
}

void lcd_off(void) {
  frame_ready = 1;
  wait_vblank();
  rLCDC = 0;
}

void lcd_on(void) {
  frame_ready = 0;
  rLCDC = lcd_control;
}
