/* Pictures as tools/generate.js writes them; tile sets lie in BANK_ART, full screens in BANK_PICTURES. */
#ifndef ART_H
#define ART_H
#include "types.h"

struct tileset {
  const u8 *tiles;
  u16 tiles_size;
  const u8 *block_tiles;
  const u8 *block_palettes;
  const u8 *block_classes;
  u8 blocks;
  const u8 *palettes;
};

struct picture {
  const u8 *tiles;
  u16 tiles_size;
  const u8 *cells;
  const u8 *colours;
};

extern const u8 font_tiles[1728];
extern const u8 people_tiles[];
extern const u8 effect_tiles[64];
extern const u8 title_palettes[64];
extern const u8 people_palettes[64];
extern const u8 outdoor_palettes[64];
extern const struct tileset tilesets[];
extern const struct picture pictures[];
enum picture_number { PICTURE_TITLE, PICTURE_ENDING };
#endif
