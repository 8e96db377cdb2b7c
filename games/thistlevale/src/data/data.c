#include "data/data.h"
#include "banks.h"
#include "data/tables.h"

struct species_data species;
struct move_data move;
struct item_data item;
struct trainer_data trainer;
char data_text[73];

void species_load(u8 number) __banked { copy((u8 *)&species, (const u8 *)&species_rows[number].data, sizeof species); }
void move_load(u8 number) __banked { copy((u8 *)&move, (const u8 *)&move_rows[number], sizeof move); }
void item_load(u8 number) __banked { copy((u8 *)&item, (const u8 *)&item_rows[number], sizeof item); }
void trainer_load(u8 number) __banked { copy((u8 *)&trainer, (const u8 *)&trainer_rows[number].data, sizeof trainer); }

static void take(const char *from) {
  char *to = data_text;
  while ((*to++ = *from++) != 0) {
  }
}

void species_about(u8 number) __banked { take(species_rows[number].about); }
void type_name(u8 type) __banked { take((const char *)type_names + (u16)type * 7); }

void species_name(u8 number) __banked { take(species_rows[number].data.name); }
void move_name(u8 number) __banked { take(move_rows[number].name); }
void item_name(u8 number) __banked { take(item_rows[number].name); }

u8 move_learnt(u8 species, u8 level, u8 nth) __banked {
  const u8 *p = species_rows[species].learnset;
  for (; *p; p += 2)
    if (*p == level && nth-- == 0) return p[1];
  return NONE;
}

u8 trainer_party_byte(u8 trainer, u8 at) __banked { return trainer_rows[trainer].party[at]; }
u8 type_factor(u8 attack, u8 defend) __banked { return type_factors[(u8)(attack * type_count + defend)]; }
u8 shop_item(u8 shop, u8 nth) __banked { return shop_rows[shop][nth]; }
