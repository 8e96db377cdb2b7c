/* Names, levels and bars. */
#include "battle/screen.h"
#include "battle/battle.h"
#include "hardware.h"
#include "party/party.h"
#include "text.h"
#include "video.h"

#define BAR_TILES 6
#define BAR_PIXELS 48
#define SIGN(tile) ((u8)(TILE_SIGNS + (tile)))

static u8 shown[2]; /* pixels of the bars as they are drawn */

static u8 *place(u8 side) { return side == PLAYER_SIDE ? SCREEN_CELL(9, 7) : SCREEN_CELL(1, 1); }
static struct monster *monster_of(u8 side) { return side == PLAYER_SIDE ? &wBattleMon.mon : &wEnemyMon.mon; }

/* Who has a single HP left still has a pixel. */
static u8 pixels_of(const struct monster *m) {
  u8 pixels = (u8)(m->hp * BAR_PIXELS / m->max_hp);
  return m->hp && !pixels ? 1 : pixels;
}

static void put(u8 *cell, u8 tile, u8 palette) {
  put_cell(cell, tile);
  put_palette(cell, palette);
}

static void draw_number(u16 hp, u16 max_hp) {
  u8 *cell = SCREEN_CELL(12, 10);
  u8 i;
  for (i = 0; i != 7; i++) put_tile(cell + i, TILE_SPACE);
  if (hp < 10) cell++;
  if (hp < 100) cell++;
  cell = print_number(cell, hp);
  put_tile(cell++, '/' + TILE_FONT);
  print_number(cell, max_hp);
}

/* A bar of pieces with its word before it and its end behind. */
static void draw_bar(u8 *cell, u8 tiles, u8 word, u8 piece, u8 end, u8 pixels, u8 palette) {
  u8 part;
  put(cell++, SIGN(word), palette);
  put(cell++, SIGN(word + 1), palette);
  for (; tiles; tiles--) {
    part = pixels > 8 ? 8 : pixels;
    pixels -= part;
    put(cell++, SIGN(piece + part), palette);
  }
  put(cell, SIGN(end), palette);
}

static void draw_hp(u8 side, u8 pixels) {
  u8 palette = pixels > 24 ? COLOURS_HIGH : pixels > 10 ? COLOURS_MIDDLE : COLOURS_LOW;
  draw_bar(place(side) + 2 * 32, BAR_TILES, TILE_HP, TILE_HP_BAR, TILE_HP_END, pixels, palette);
}

static void draw_experience(void) {
  draw_bar(SCREEN_CELL(9, 11), 8, TILE_EXPERIENCE, TILE_EXPERIENCE_BAR, TILE_EXPERIENCE_END, monster_progress(&wBattleMon.mon), COLOURS_EXPERIENCE);
}

/* Level and, where there is one, the sign of the state. */
static void draw_state(u8 side) {
  struct monster *m = monster_of(side);
  u8 *cell = place(side) + 32;
  u8 state = m->hp ? m->status : 5;
  u8 i;
  for (i = 0; i != 10; i++) put_tile(cell + i, TILE_SPACE);
  put_cell(cell + 1, SIGN(TILE_LEVEL));
  print_number(cell + 2, m->level);
  if (!state) return;
  put(cell + 6, (u8)(TILE_STATES + (state - 1) * 2), COLOURS_UI);
  put(cell + 7, (u8)(TILE_STATES + (state - 1) * 2 + 1), COLOURS_UI);
}

void panel_draw(u8 side) {
  struct monster *m = monster_of(side);
  u8 *cell = place(side);
  u8 i;
  for (i = 0; i != 10; i++) put_tile(cell + i, TILE_SPACE);
  print(cell, m->nickname);
  draw_state(side);
  shown[side] = pixels_of(m);
  draw_hp(side, shown[side]);
  if (side != PLAYER_SIDE) return;
  draw_number(m->hp, m->max_hp);
  draw_experience();
}

void panel_clear(u8 side) {
  u8 *row = place(side);
  u8 x, y;
  for (y = 0; y != 5; y++, row += 32)
    for (x = 0; x != 11; x++)
      if (side == PLAYER_SIDE || y < 3) put_tile(row + x, TILE_SPACE);
}

u8 bar_step(u8 side) {
  struct monster *m = monster_of(side);
  u8 goal = pixels_of(m);
  if (shown[side] != goal) {
    shown[side] = shown[side] < goal ? (u8)(shown[side] + 1) : (u8)(shown[side] - 1);
    draw_hp(side, shown[side]);
    if (side == PLAYER_SIDE) draw_number((u16)shown[side] * m->max_hp / BAR_PIXELS, m->max_hp);
  }
  if (shown[side] != goal) return 1;
  if (side == PLAYER_SIDE) draw_number(m->hp, m->max_hp);
  return 0;
}

static u8 sign_of(const struct monster *m) {
  if (m->hp == 0) return TILE_ORB + 2;
  return m->status == STATUS_NONE ? TILE_ORB : TILE_ORB + 1;
}

void party_signs_draw(u8 side) {
  u8 count = side == PLAYER_SIDE ? wPartyCount : wEnemyPartyCount;
  const struct monster *m = side == PLAYER_SIDE ? wPartyMons : wEnemyPartyMons;
  u8 *cell = place(side) + 2 * 32 + 2;
  u8 i;
  for (i = 0; i != PARTY_SIZE; i++, m++) put(cell++, SIGN(i < count ? sign_of(m) : TILE_ORB + 3), COLOURS_ORB);
}

void party_signs_clear(u8 side) {
  u8 *cell = place(side) + 2 * 32 + 2;
  u8 i;
  for (i = 0; i != PARTY_SIZE; i++) put_tile(cell++, TILE_SPACE);
}
