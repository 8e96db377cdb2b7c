#include "battle/throw.h"
#include "banks.h"
#include "battle/screen.h"
#include "battle_ids.h"
#include "hardware.h"
#include "music.h"
#include "palette.h"
#include "sprite.h"
#include "video.h"

#define PIECES 8

/* What flies, and its colours: body and edge. In the order of data/types.json. */
struct flight {
  u8 sprite;
  u8 colours[6];
};
static const struct flight flights[TYPE_COUNT] = {
  {SPRITE_STAR, {0xDF, 0x7F, 0x5F, 0x27, 0x88, 0x01}}, {SPRITE_SLASH, {0xF8, 0x63, 0x2A, 0x1B, 0x04, 0x11}},
  {SPRITE_PUFF, {0xFF, 0x7F, 0x9C, 0x73, 0xCE, 0x39}}, {SPRITE_SPARK, {0x9F, 0x33, 0xDF, 0x01, 0x0D, 0x0C}},
  {SPRITE_DROP, {0xF8, 0x7F, 0x85, 0x7E, 0x02, 0x40}}, {SPRITE_PUFF_THIN, {0x18, 0x5B, 0x52, 0x32, 0x08, 0x19}},
  {SPRITE_STAR, {0x38, 0x7E, 0x0C, 0x58, 0x05, 0x24}}};

/* Where the pieces fall, beside the middle. */
static const u8 spread[PIECES] = {20, 44, 8, 32, 48, 14, 38, 26};

void throw_load(void) { art_battle_sprites(VRAM_SPRITES); }

void throw_end(void) { sprites_clear(); }

void throw_type(u8 side, u8 type) {
  u8 x = side == PLAYER_SIDE ? 4 : 96;
  u8 y = side == PLAYER_SIDE ? 44 : 0;
  u8 time, i, fall;
  copy(sprite_palettes + 2, flights[type].colours, 6);
  palette_fade(0);
  for (time = 0; time != 26; time++) {
    for (i = 0; i != PIECES; i++) {
      fall = (u8)(time * 3 - i * 4);
      if (fall > 48) sprite_put(i, 0, 200, 0, 0);
      else sprite_put(i, (u8)(x + spread[i]), (u8)(y + fall), flights[type].sprite, 0);
    }
    frame();
  }
  sprites_clear();
}

/* Height of the throw above its straight way, by pairs of frames. */
static const u8 arc[17] = {0, 7, 13, 18, 22, 25, 27, 28, 28, 28, 27, 25, 22, 18, 13, 7, 0};

/* The orbs differ in colour only. */
static void load_orb(u8 number) {
  art_battle_palette(PALETTE_ORB, sprite_palettes);
  if (number == ITEM_AMBER_ORB) {
    sprite_palettes[4] = 0x5F;
    sprite_palettes[5] = 0x1A;
  } else if (number == ITEM_SILVER_ORB) {
    sprite_palettes[4] = 0x73;
    sprite_palettes[5] = 0x4E;
  }
  palette_fade(0);
}

/* A ring of puffs where the foe was, or comes out again. */
static void puffs(void) {
  static const i8 ways_x[4] = {-1, 1, -1, 1};
  static const i8 ways_y[4] = {-1, -1, 1, 1};
  u8 time, i;
  for (time = 4; time != 16; time++) {
    for (i = 0; i != 4; i++)
      sprite_put((u8)(i + 1), (u8)(124 + ways_x[i] * (i8)time), (u8)(28 + ways_y[i] * (i8)time), time < 10 ? SPRITE_PUFF : SPRITE_PUFF_THIN, 0);
    frame();
  }
  for (i = 1; i != 5; i++) sprite_put(i, 0, 200, 0, 0);
}

void throw_orb(u8 number, u8 wobbles) {
  u8 time;
  load_orb(number);
  sound_hop();
  for (time = 0; time != 33; time++) {
    sprite_put(0, (u8)(28 + time * 3), (u8)(76 - time - (time >> 1) - arc[time >> 1]), time & 4 ? SPRITE_ORB_TURNED : SPRITE_ORB, 0);
    frame();
  }
  picture_clear(FOE_SIDE);
  puffs();
  for (time = 0; time != 20; time++) {
    sprite_put(0, 124, (u8)(28 + time), SPRITE_ORB, 0);
    frame();
  }
  for (; wobbles; wobbles--) {
    frames(16);
    sound_cursor();
    sprite_put(0, 122, 48, SPRITE_ORB_TURNED, 0);
    frames(5);
    sprite_put(0, 126, 48, SPRITE_ORB_TURNED, 0);
    frames(5);
    sprite_put(0, 124, 48, SPRITE_ORB, 0);
  }
  frames(16);
}
