#include "hardware.h"
#include "joypad.h"
#include "menus/menus.h"
#include "music.h"
#include "text.h"
#include "video.h"

static void draw(u8 *corner, u8 n, u16 price) {
  u8 *cell = corner + 2 * 32 + 1;
  u8 i;
  for (i = 0; i != 12; i++) put_tile(cell + i, TILE_SPACE);
  put_tile(cell++, 'x' + TILE_FONT);
  if (n < 10) put_tile(cell++, '0' + TILE_FONT);
  cell = print_number(cell, n);
  if (price) print_number(print(cell + 2, "$"), (u16)n * price);
}

/* Up and down by one, right and left by ten. */
u8 number_choose(u8 most, u16 price) __banked {
  u8 n = 1;
  u8 *corner = text_corner() + 6;
  if (price) {
    /* Totals stay within 16 bits. */
    u16 affordable = 60000u / price;
    if (affordable < most) most = (u8)affordable;
  }
  box_draw(corner, 14, 6);
  wMenuKind = MENU_QUANTITY;
  wListCount = most;
  for (;;) {
    wCurrentMenuItem = n;
    draw(corner, n, price);
    frame();
    if (joy_pressed & (BUTTON_A | BUTTON_B)) break;
    if (!(joy_pressed & (BUTTON_UP | BUTTON_DOWN | BUTTON_LEFT | BUTTON_RIGHT))) continue;
    if (joy_pressed & BUTTON_UP) n = n == most ? 1 : (u8)(n + 1);
    else if (joy_pressed & BUTTON_DOWN) n = n == 1 ? most : (u8)(n - 1);
    else if (joy_pressed & BUTTON_RIGHT) n = n + 10 > most ? most : (u8)(n + 10);
    else n = n > 10 ? (u8)(n - 10) : 1;
    sound_cursor();
  }
  wMenuKind = MENU_NONE;
  sound_select();
  return joy_pressed & BUTTON_A ? n : 0;
}
