/* In BANK_WORLD, beside the maps. */
#include "layout.h"
#include "map.h"
#include "person.h"
#include "person_private.h"
#include "rng.h"

void persons_load(const u8 *p) {
  u8 count = *p++;
  u8 i, slot, spot;
  wNumPersons = count;
  layout_rng = rng_seeded((u8)(wCurMap + 0x40));
  for (i = 0; i != count; i++) {
    wPersonSprite[i] = p[0];
    person_behaviour[i] = p[1];
    wPersonDir[i] = p[2];
    person_text[i] = p[3];
    person_radius[i] = p[4];
    spot = (u8)(6 + layout_random(p[5]) * 2);
    wPersonX[i] = person_home_x[i] = p[spot];
    wPersonY[i] = person_home_y[i] = p[spot + 1];
    wPersonWalk[i] = 0;
    person_timer[i] = (u8)(40 + layout_random(100));
    for (slot = 0; slot != 3 && map_people[slot] != p[0]; slot++) {
    }
    person_slot[i] = (u8)(slot + 1);
    p += (u8)(6 + p[5] * 2);
  }
}
