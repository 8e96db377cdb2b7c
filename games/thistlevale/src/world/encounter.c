#include "world/encounter.h"
#include "map.h"
#include "rng.h"
#include "state.h"
#include "world.h"
#include "battle/battle.h"
#include "items/bag.h"
#include "party/party.h"

u8 met_species, met_level;

enum place { PLACE_GRASS, PLACE_FLOOR };
#define SLOT_BYTES 3

/* Without a table no random number is drawn: the first chapter knows nothing of wild monsters. */
u8 encounter_step(void) __banked {
  const u8 *e = encounters[wCurMap];
  const u8 *slot;
  u8 class, range;
  if (encounter_bytes[wCurMap] == 0) return 0;
  class = class_at(wPlayerX, wPlayerY);
  if (class != CELL_GRASS && (e[0] == PLACE_GRASS || class != CELL_FLOOR)) return 0;
  if (wRepelSteps) {
    wRepelSteps--;
    return 0;
  }
  if (random() >= e[1] || party_fit() == 0) return 0;
  slot = e + 2 + (u8)((random() & 15) * SLOT_BYTES);
  range = (u8)(slot[2] - slot[1] + 1);
  met_species = slot[0];
  met_level = (u8)(slot[1] + (u8)(((u16)random() * range) >> 8));
  return 1;
}
