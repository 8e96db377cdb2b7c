/* Maps as tools/maps.js writes them; they lie in BANK_WORLD. */
#ifndef WORLD_H
#define WORLD_H
#include "types.h"

struct connection {
  u8 map;
  i8 offset; /* our column (row at the sides) of the neighbour's first one */
};

enum side { NORTH_SIDE, SOUTH_SIDE, WEST_SIDE, EAST_SIDE };

struct map {
  u8 width, height, tileset, border;
  u8 people[4];               /* kinds whose pictures are loaded */
  struct connection joins[4]; /* by enum side */
  u8 milestone;
  u8 dark;            /* 1: nothing is seen without the lamp */
  const u8 *grid;     /* in BANK_GRIDS */
  const u8 *features; /* see layout.c */
  const u8 *warps;    /* count, then x, y, map (or SCRIPT_WARP), x, y (or number of the script), direction, milestone */
  const u8 *signs;    /* count, then x, y, talk (two bytes), milestone */
  const u8 *triggers; /* count, then left, top, right, bottom, flag that must be set, flag that must not, script (two bytes) */
  const u8 *persons;  /* count, then see person_load.c */
  const u8 *starts;   /* count, then x, y */
};

#define SCRIPT_WARP 254   /* a warp that runs a script instead */
#define CHAPTER_CARD 0x80 /* in a warp's direction: the card of the first chapter comes first */
#define TALK_SCRIPT 0x8000 /* in talk: a script's number, not a text's */

extern const struct map maps[];
extern const u8 *const texts[];      /* in BANK_TEXTS */
extern const u8 encounter_bytes[]; /* by map; 0: nothing wild lives there */
extern const u8 *const encounters[]; /* in the bank of world/: place, rate, 16 of species, lowest and highest level */

enum behaviour { STILL, LOOK, WANDER };
#endif
