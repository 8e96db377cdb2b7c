/* Maps as tools/maps.js writes them; they lie in BANK_WORLD. */
#ifndef WORLD_H
#define WORLD_H
#include "types.h"

struct connection {
  u8 map;
  i8 offset; /* our column of the neighbour's column 0 */
};

struct map {
  u8 width, height, tileset, border;
  u8 people[4]; /* kinds whose pictures are loaded */
  struct connection north, south;
  u8 milestone;
  const u8 *grid;
  const u8 *features;
  const u8 *warps;   /* count, then x, y, map (NONE: the ending), x, y, direction, milestone */
  const u8 *signs;   /* count, then x, y, text, milestone */
  const u8 *persons; /* count, then kind, behaviour, direction, text, radius, number of spots, x, y ... */
  const u8 *starts;  /* count, then x, y */
};

extern const struct map maps[];
extern const u8 *const texts[];

enum behaviour { STILL, LOOK, WANDER };
#endif
