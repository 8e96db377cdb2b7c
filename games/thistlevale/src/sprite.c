#include "sprite.h"
#include "art.h"
#include "banks.h"
#include "hardware.h"
#include "ids.h"
#include "map.h"
#include "palette.h"
#include "person.h"
#include "published.h"
#include "state.h"
#include "step.h"
#include "video.h"

#define FIGURE_TILES 24
#define FIGURE_BYTES 384
#define ATTRIBUTE_FLIP 0x20
#define ATTRIBUTE_BEHIND 0x80
#define EFFECT_PALETTE 7

__at(0xC100) static u8 oam[160];
static u8 next; /* byte of oam that is free */
u8 hop_height;

/* First tile of each direction's pictures; two figures of four tiles follow: standing, stepping. */
static const u8 direction_tiles[4] = {0, 8, 16, 16};

void effects_load(void) { bank_copy(VRAM_SPRITES + EFFECT_TILE * 16, effect_tiles, 64, BANK_ART); }

static void person_palette(u8 slot, u8 kind) {
  bank_copy(sprite_palettes + (u8)(slot << 3), kind_palettes + (u16)kind * 8, 8, BANK_ART);
}

void sprites_load(void) {
  u8 i, kind;
  bank_copy(VRAM_SPRITES, people_tiles + KIND_WANDERER * FIGURE_BYTES, FIGURE_BYTES, BANK_PEOPLE);
  for (i = 0; i != 4; i++) {
    kind = map_people[i];
    if (kind == NONE) continue;
    bank_copy(VRAM_SPRITES + (u16)(i + 1) * FIGURE_BYTES, people_tiles + (u16)kind * FIGURE_BYTES, FIGURE_BYTES, BANK_PEOPLE);
    person_palette((u8)(i + 1), kind);
  }
  effects_load();
}

/* Video memory is open for moments only: byte by byte, with put_tile(). */
void sprites_change(void) {
  static u8 buffer[16];
  u8 i, tile, byte;
  u8 *to;
  const u8 *from;
  for (i = 0; i != 4; i++) {
    if (map_people[i] == NONE) continue;
    person_palette((u8)(i + 1), map_people[i]);
    to = VRAM_SPRITES + (u16)(i + 1) * FIGURE_BYTES;
    from = people_tiles + (u16)map_people[i] * FIGURE_BYTES;
    for (tile = 0; tile != FIGURE_TILES; tile++, from += 16) {
      bank_copy(buffer, from, 16, BANK_PEOPLE);
      for (byte = 0; byte != 16; byte++) put_tile(to++, buffer[byte]);
    }
  }
  palette_fade(0);
}

void sprites_clear(void) {
  fill(oam, 0, 160);
  next = 0;
}

void sprite_put(u8 slot, u8 x, u8 y, u8 tile, u8 attributes) {
  u8 *o = oam + (u8)(slot << 2);
  o[0] = (u8)(y + 16);
  o[1] = (u8)(x + 8);
  o[2] = tile;
  o[3] = attributes;
}

/* One 8×8 part; x and y count from 8 and 16 left and above the screen, as the hardware does. */
static void part(u8 x, u8 y, u8 tile, u8 attributes) {
  u8 *o;
  if (x == 0 || x >= 168 || y < 9 || y >= 160) return;
  /* Sprites would show through the text box and the menu. */
  if (cover == COVER_TEXT && y > 104) return;
  if ((cover == COVER_MENU && x > 80) || cover == COVER_ALL) return;
  o = oam + next;
  o[0] = y;
  o[1] = x;
  o[2] = tile;
  o[3] = attributes;
  next += 4;
}

/* walk: what is left of the step; phase: which foot. Figures in grass have their feet behind its blades. */
static void figure(u8 x, u8 y, u8 tiles, u8 dir, u8 walk, u8 phase, u8 palette, u8 in_grass) {
  u8 flip = dir == RIGHT ? ATTRIBUTE_FLIP : 0;
  u8 attributes;
  tiles += direction_tiles[dir];
  if (walk > 4 && walk < 13) {
    tiles += 4;
    if (phase && dir < LEFT) flip = ATTRIBUTE_FLIP;
  }
  attributes = palette | flip;
  flip = flip ? 1 : 0;
  part(x, y, (u8)(tiles + flip), attributes);
  part((u8)(x + 8), y, (u8)(tiles + 1 - flip), attributes);
  if (in_grass) attributes |= ATTRIBUTE_BEHIND;
  y += 8;
  part(x, y, (u8)(tiles + 2 + flip), attributes);
  part((u8)(x + 8), y, (u8)(tiles + 3 - flip), attributes);
}

static u8 grass(u8 x, u8 y) { return class_at(x, y) == CELL_GRASS; }

static void draw_person(u8 i, i8 shift_x, i8 shift_y) {
  i8 dx = (i8)(wPersonX[i] - wPlayerX);
  i8 dy = (i8)(wPersonY[i] - wPlayerY);
  u8 dir = wPersonDir[i];
  u8 walk = wPersonWalk[i];
  u8 x, y;
  if (dx < -6 || dx > 7 || dy < -6 || dy > 6) return;
  x = (u8)(64 + 8 + dx * 16 + shift_x - (walk ? step_x[dir] * (i8)walk : 0));
  y = (u8)(64 + 16 + dy * 16 + shift_y - (walk ? step_y[dir] * (i8)walk : 0));
  figure(x, y, (u8)(person_slot[i] * FIGURE_TILES), dir, walk, (wPersonX[i] ^ wPersonY[i]) & 1, person_slot[i], grass(wPersonX[i], wPersonY[i]));
}

void sprites_draw(void) {
  u8 i, old = next;
  i8 shift_x = (i8)(step_x[wPlayerDir] * (i8)wWalkCounter);
  i8 shift_y = (i8)(step_y[wPlayerDir] * (i8)wWalkCounter);
  next = 0;
  figure(72, (u8)(80 - hop_height), 0, wPlayerDir, wWalkCounter & 15, wStepCount & 1, 0, hop_height == 0 && grass(wPlayerX, wPlayerY));
  if (hop_height) {
    part(72, 88, EFFECT_TILE, EFFECT_PALETTE);
    part(80, 88, EFFECT_TILE, EFFECT_PALETTE);
  }
  for (i = 0; i != wNumPersons; i++) draw_person(i, shift_x, shift_y);
  for (i = next; i < old; i += 4) oam[i] = 0;
}
