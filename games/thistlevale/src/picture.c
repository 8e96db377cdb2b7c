#include "picture.h"
#include "art.h"
#include "banks.h"
#include "hardware.h"
#include "palette.h"
#include "sprite.h"
#include "text.h"
#include "video.h"

static void put_map(const u8 *cells) {
  u8 *to = VRAM_MAP;
  u8 row;
  for (row = 0; row != 18; row++, to += 32, cells += 20) copy(to, cells, 20);
}

void picture_load(u8 number) {
  const struct picture *p;
  u8 before = bank_switch(BANK_PICTURES);
  p = &pictures[number];
  copy(VRAM_MAP_TILES, p->tiles, p->tiles_size);
  put_map(p->cells);
  if (is_colour) {
    rVBK = 1;
    put_map(p->colours);
    rVBK = 0;
  }
  bank_copy(background_palettes, title_palettes, 64, BANK_ART);
  bank_copy(sprite_palettes, people_palettes, 64, BANK_ART);
  bank_switch(before);
  font_load();
  effects_load();
  scroll_x = 0;
  scroll_y = 0;
  lcd_control = LCDC_ON;
}
