#include "hardware.h"
#include "menus/menus.h"
#include "published.h"
#include "sprite.h"
#include "state.h"
#include "text.h"
#include "art.h"
#include "banks.h"
#include "battle_art.h"
#include "menus/options.h"
#include "video.h"

static u8 full; /* the window covers everything */

u8 *text_corner(void) __banked { return full ? WINDOW_CELL(0, 12) : VRAM_WINDOW; }

void window_show(u8 line) __banked {
  full = line == 0;
  window_x = 7;
  window_y = line;
  lcd_control |= LCDC_WINDOW;
  cover = line ? COVER_TEXT : COVER_ALL;
  if (map_visible) sprites_draw();
}

void window_hide(void) __banked {
  full = 0;
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

void frame_load(void) __banked {
  u8 *to = VRAM_SPRITES + TILE_FRAME * 16;
  if (wFrameStyle) art_put_tiles(TILE_FRAMES_OTHER, 8, to);
  else bank_put(to, font_tiles + (TILE_FRAME - TILE_SPACE) * 16, 128, BANK_ART);
}
