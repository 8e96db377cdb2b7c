#include "menus/signs.h"
#include "battle/battle.h"
#include "battle/screen.h"
#include "battle_art.h"
#include "hardware.h"
#include "text.h"
#include "video.h"

/* Outside of battles they lie after the font: first the bar, then the types. */
#define FIELD_SIGNS 0xEC
#define FIELD_TYPES (FIELD_SIGNS + TILE_HP_END + 1)

void signs_load(void) {
  if (wBattleType != BATTLE_NONE) return;
  art_put_tiles(TILE_HP, TILE_HP_END + 1, VRAM_SPRITES + FIELD_SIGNS * 16);
  art_put_tiles(TILE_TYPE, TYPE_COUNT, VRAM_SPRITES + FIELD_TYPES * 16);
}

u8 sign(u8 tile) {
  if (wBattleType != BATTLE_NONE) return (u8)(TILE_SIGNS + tile);
  return tile >= TILE_TYPE ? (u8)(FIELD_TYPES + tile - TILE_TYPE) : (u8)(FIELD_SIGNS + tile);
}

void hp_bar_draw(u8 *cell, const struct monster *m) {
  u8 pixels = (u8)(m->hp * 48 / m->max_hp);
  u8 i, part;
  if (m->hp && !pixels) pixels = 1;
  put_tile(cell++, sign(TILE_HP));
  put_tile(cell++, sign(TILE_HP + 1));
  for (i = 0; i != 6; i++) {
    part = pixels > 8 ? 8 : pixels;
    pixels -= part;
    put_tile(cell++, sign((u8)(TILE_HP_BAR + part)));
  }
  put_tile(cell, sign(TILE_HP_END));
}

void state_draw(u8 *cell, const struct monster *m) {
  static const char *const labels[] = {"   ", "SLP", "PSN", "BRN", "NMB", "FNT"};
  print(cell, labels[m->hp ? m->status : 5]);
}

void types_draw(u8 *cell, u8 number) {
  species_load(number);
  put_tile(cell, sign((u8)(TILE_TYPE + species.types[0])));
  put_tile(cell + 1, species.types[1] == species.types[0] ? TILE_SPACE : sign((u8)(TILE_TYPE + species.types[1])));
}
