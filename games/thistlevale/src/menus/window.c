#include "hardware.h"
#include "menus/menus.h"
#include "published.h"
#include "sprite.h"
#include "state.h"
#include "text.h"
#include "video.h"

void window_show(u8 line) __banked {
  window_x = 7;
  window_y = line;
  lcd_control |= LCDC_WINDOW;
  cover = line ? COVER_TEXT : COVER_ALL;
  if (map_visible) sprites_draw();
}

void window_hide(void) __banked {
  lcd_control &= (u8)~LCDC_WINDOW;
  cover = COVER_NONE;
  wMenuKind = MENU_NONE;
  if (map_visible) sprites_draw();
}

void window_clear(void) __banked {
  u8 x, y;
  u8 *cell = VRAM_WINDOW;
  for (y = 0; y != 18; y++, cell += 12)
    for (x = 0; x != 20; x++) put_tile(cell++, TILE_SPACE);
}

u8 *put_number(u8 *cell, u16 number) __banked {
  if (number < 100) put_tile(cell++, TILE_SPACE);
  if (number < 10) put_tile(cell++, TILE_SPACE);
  cell = print_number(cell, number);
  put_tile(cell++, '/' + TILE_FONT);
  return cell;
}
