/* The generated tables of gen/battle_data.c; only data.c sees them, everybody else asks data.h. */
#ifndef TABLES_H
#define TABLES_H
#include "data/data.h"

struct species_row {
  struct species_data data;
  const u8 *learnset; /* level, move ...; 0 ends it */
  const char *about;
};

struct trainer_row {
  struct trainer_data data;
  const u8 *party; /* species, level, four moves (NONE: what the level brings) */
};

extern const u8 type_names[], type_factors[], type_count;
extern const struct species_row species_rows[];
extern const struct move_data move_rows[];
extern const struct item_data item_rows[];
extern const struct trainer_row trainer_rows[];
extern const u8 *const shop_rows[];
#endif
