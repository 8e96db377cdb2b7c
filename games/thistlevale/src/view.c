#include "view.h"
#include "art.h"
#include "banks.h"
#include "hardware.h"
#include "items/bag.h"
#include "map.h"
#include "palette.h"
#include "sprite.h"
#include "state.h"
#include "video.h"

static u8 ring_x, ring_y; /* block of the ring in the upper left corner of the screen */
static u8 loaded = NONE;  /* tile set in video memory */

/* Where a block of the screen lies in video memory. */
static u8 *corner(u8 column, u8 row) {
  u8 x = (u8)((ring_x + column) & 15);
  u8 y = (u8)((ring_y + row) & 15);
  return VRAM_MAP + ((u16)y << 6) + (u8)(x << 1);
}

static void draw(u8 column, u8 row) {
  draw_block(corner(column, row), block_at((u8)(wPlayerX + column - VIEW_COLUMN), (u8)(wPlayerY + row - VIEW_ROW)));
}

void view_load(void) {
  const struct tileset *t;
  u8 before = bank_switch(BANK_ART);
  u8 bank;
  u16 tables;
  t = &tilesets[map_tileset];
  bank = t->bank;
  tables = (u16)t->blocks * 4;
  bank_copy(VRAM_MAP_TILES, t->tiles, t->tiles_size, bank);
  bank_copy(block_tiles, t->block_tiles, tables, bank);
  bank_copy(block_palettes, t->block_palettes, tables, bank);
  bank_copy(wBlockClass, t->block_classes, t->blocks, bank);
  bank_copy(background_palettes, t->palettes, 64, bank);
  palette_dark = map_dark && bag_count(ITEM_LAMP) == 0;
  if (palette_dark) palette_darken();
  copy(sprite_palettes, people_palettes, 64);
  bank_switch(before);
  sprites_load();
}

void view_restore_tiles(void) {
  const struct tileset *t;
  u8 before = bank_switch(BANK_ART);
  t = &tilesets[map_tileset];
  bank_put(VRAM_MAP_TILES, t->tiles, t->tiles_size, t->bank);
  bank_switch(before);
}

void view_draw(void) {
  u8 column, row;
  ring_x = 0;
  ring_y = 0;
  for (row = 0; row != 9; row++)
    for (column = 0; column != 10; column++) draw(column, row);
  scroll_x = 0;
  scroll_y = 0;
}

void view_step(u8 dir) {
  u8 i;
  if (dir == DOWN || dir == UP) {
    u8 row = dir == DOWN ? 8 : 0;
    ring_y = (u8)(dir == DOWN ? ring_y + 1 : ring_y - 1);
    for (i = 0; i != 10; i++) draw(i, row);
  } else {
    u8 column = dir == RIGHT ? 9 : 0;
    ring_x = (u8)(dir == RIGHT ? ring_x + 1 : ring_x - 1);
    for (i = 0; i != 9; i++) draw(column, i);
  }
}

void view_scroll(u8 dir, u8 left) {
  scroll_x = (u8)(ring_x << 4);
  scroll_y = (u8)(ring_y << 4);
  if (dir == DOWN) scroll_y -= left;
  else if (dir == UP) scroll_y += left;
  else if (dir == LEFT) scroll_x += left;
  else scroll_x -= left;
}

void view_patch(u8 block) { draw_block(corner(VIEW_COLUMN, VIEW_ROW), block); }

void view_block(u8 x, u8 y) {
  u8 column = (u8)(x - wPlayerX + VIEW_COLUMN);
  u8 row = (u8)(y - wPlayerY + VIEW_ROW);
  if (column < 10 && row < 9) draw(column, row);
}
