#include "battle/engine/capture.h"
#include "battle/battle.h"
#include "battle/engine/fighter.h"
#include "battle/engine/formulas.h"
#include "battle/show.h"
#include "rng.h"

u8 capture(u8 number) {
  const struct monster *m = &wEnemyMon.mon;
  u8 chance, roll, wobbles, caught;
  say_side = FOE_SIDE;
  say_thing = number;
  show_message(SAY_THROWN);
  if (wBattleType == BATTLE_TRAINER) {
    show_message(SAY_ORB_REFUSED);
    return 0;
  }
  item_load(number);
  chance = catch_chance(wEnemyMon.catch_rate, item.value, m->hp, m->max_hp, m->status);
  roll = random();
  caught = chance == 255 || roll < chance;
  wobbles = caught ? 3 : catch_wobbles(chance, roll);
  show_orb(number, wobbles, caught);
  if (!caught) {
    show_message((u8)(SAY_BROKE_0 + wobbles));
    return 0;
  }
  show_message(SAY_CAUGHT);
  return 1;
}
