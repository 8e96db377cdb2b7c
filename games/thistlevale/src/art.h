/* Pictures as tools/art.js writes them; full screens lie in BANK_PICTURES, people in BANK_PEOPLE, the rest in BANK_ART. */
#ifndef ART_H
#define ART_H
#include "types.h"

struct tileset {
  u8 bank; /* where its tables lie; the list of tile sets itself lies in BANK_ART */
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
extern const u8 kind_palettes[]; /* eight bytes a kind of person */
extern const u8 outdoor_palettes[64];
extern const struct tileset tilesets[];
extern const struct picture pictures[];
enum picture_number { PICTURE_TITLE, PICTURE_ENDING };
#endif
