/* Pictures of battles: monsters, trainers, bars, signs and icons. All of it lies in the banks from 42 on. */
#ifndef BATTLE_ART_H
#define BATTLE_ART_H
#include "types.h"

#define BANK_BATTLE_ART 45
#define FRONT_TILES 49 /* 7×7, row by row */
#define BACK_TILES 36  /* 6×6, row by row */

struct battle_picture {
  u8 bank;
  const u8 *front, *back; /* 0: none */
  u8 palette[8];
};

/* Tiles of battle_tiles, in this order; a bar's piece has 0..8 of its columns filled. */
enum battle_tile {
  TILE_HP, /* two tiles: the word and the bar's left end */
  TILE_HP_BAR = 2,
  TILE_HP_END = 11,
  TILE_EXPERIENCE, /* two tiles */
  TILE_EXPERIENCE_BAR = 14,
  TILE_EXPERIENCE_END = 23,
  TILE_LEVEL,
  TILE_ORB, /* able, ailing, fainted, empty place */
  TILE_TYPE = 29, /* signs in the order of data/types.json */
  TILE_UP = 36,
  TILE_DOWN,
  TILE_STATUS, /* two tiles each: sleep, poison, burn, numb, fainted */
  TILE_FRAMES_OTHER = 48, /* the second window frame: eight tiles in the order of the font's box */
  BATTLE_TILES = 56
};
/* The tiles a battle needs at once: all but the second frame. */
#define BATTLE_TILES_SHOWN 48

/* Sprites of 8×8 in battle_sprites. */
enum battle_sprite { SPRITE_ORB, SPRITE_ORB_TURNED, SPRITE_STAR, SPRITE_PUFF, SPRITE_PUFF_THIN, SPRITE_SPARK, SPRITE_SLASH, SPRITE_DROP, BATTLE_SPRITES };

/* Palettes of battle_art_palettes, four colours each. */
enum battle_palette { PALETTE_BATTLE_UI, PALETTE_BAR_HIGH, PALETTE_BAR_MIDDLE, PALETTE_BAR_LOW, PALETTE_EXPERIENCE, PALETTE_ORB };

/* All copy into work RAM, or into video memory with the LCD off. */

/* A species' front picture (FRONT_TILES × 16 bytes), back picture (BACK_TILES × 16), palette (8 bytes). */
void art_monster_front(u8 species, u8 *to) __banked;
void art_monster_back(u8 species, u8 *to) __banked;
void art_monster_palette(u8 species, u8 *to) __banked;
/* A trainer class' front picture and palette; the player's back picture and palette. */
void art_trainer_front(u8 trainer_class, u8 *to) __banked;
void art_trainer_palette(u8 trainer_class, u8 *to) __banked;
void art_player_back(u8 *to) __banked;
void art_player_palette(u8 *to) __banked;
/* Pictures into video memory while the LCD is on; they take about three frames. */
void art_put_monster(u8 species, u8 back, u8 *to) __banked;
void art_put_trainer(u8 trainer_class, u8 *to) __banked;
void art_put_player(u8 *to) __banked;
/* Tiles of battle_tiles while the LCD is on. */
void art_put_tiles(u8 first, u8 count, u8 *to) __banked;
/* `count` tiles of battle_tiles from `first` on; sprites and icons likewise. An icon has two frames of four tiles. */
void art_battle_tiles(u8 first, u8 count, u8 *to) __banked;
void art_battle_sprites(u8 *to) __banked;
void art_icon(u8 type, u8 *to) __banked;
void art_battle_palette(u8 palette, u8 *to) __banked;

#define WINDOW_FRAMES 2
#define WINDOW_PALETTES 3
/* Windows to choose from: eight tiles that take the place of the font's box (from letter 96 on), and four colours for
   palette 0 of the background. Number 0 of both is what the game begins with. */
void art_window_frame(u8 number, u8 *to) __banked;
void art_window_palette(u8 number, u8 *to) __banked;

/* Generated tables, in BANK_BATTLE_ART. */
extern const struct battle_picture monster_pictures[];
extern const struct battle_picture trainer_pictures[];
extern const u8 player_picture; /* the last of trainer_pictures */
extern const u8 battle_tiles[];
extern const u8 battle_sprites[];
extern const u8 icon_tiles[];
extern const u8 battle_palettes[];
extern const u8 window_palettes[];
#endif
