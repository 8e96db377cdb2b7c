/* In BANK_WORLD, beside the maps. */
#include "layout.h"
#include "map.h"
#include "person.h"
#include "person_private.h"
#include "rng.h"
#include "world/flags.h"
#include "world/generators.h"

/*
 * A person: kind, behaviour, direction, talk (two bytes), radius, flag that must be set, flag that must not, sight, flag
 * of the trainer, number of spots, x, y ...
 */
#define HEAD 11

/* Who is not there yet, or not any more, keeps the place in the lists but stands nowhere. */
static u8 is_away(const u8 *p) {
  return (p[6] != NONE && !flag_get(p[6])) || (p[7] != NONE && flag_get(p[7]));
}

static void place(u8 i, u8 x, u8 y) {
  if (x >= GENERATED_SPOT && x != NONE) {
    y = spot_y[(u8)(x - GENERATED_SPOT)];
    x = spot_x[(u8)(x - GENERATED_SPOT)];
  }
  if (x == NONE) x = y = PERSON_AWAY;
  wPersonX[i] = person_home_x[i] = x;
  wPersonY[i] = person_home_y[i] = y;
}

void persons_load(const u8 *p) {
  u8 count = *p++;
  u8 i, slot, spot;
  wNumPersons = count;
  layout_rng = rng_seeded((u8)(wCurMap + 0x40));
  for (i = 0; i != count; i++) {
    wPersonSprite[i] = p[0];
    person_behaviour[i] = p[1];
    wPersonDir[i] = p[2];
    person_talk[i] = p[3] | ((u16)p[4] << 8);
    person_radius[i] = p[5];
    person_sight[i] = p[8];
    person_flag[i] = p[9];
    spot = (u8)(HEAD + layout_random(p[10]) * 2);
    place(i, p[spot], p[spot + 1]);
    if (is_away(p)) wPersonX[i] = wPersonY[i] = PERSON_AWAY;
    wPersonWalk[i] = 0;
    person_timer[i] = (u8)(40 + layout_random(100));
    for (slot = 0; slot != 3 && map_people[slot] != p[0]; slot++) {
    }
    person_slot[i] = (u8)(slot + 1);
    p += (u8)(HEAD + p[10] * 2);
  }
}
