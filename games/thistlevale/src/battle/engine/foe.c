/* The foe's choice. Skill 0: any move; 1: none that is useless; 2: what hurts most; 3: also a status first, and a drink. */
#include "battle/engine/attack.h"
#include "battle/engine/formulas.h"
#include "rng.h"

static u8 any_slot(void) {
  u8 slot;
  if (!fighter_has_pp(&wEnemyMon)) return NONE;
  do slot = random() & 3;
  while (wEnemyMon.mon.moves[slot] == NONE || wEnemyMon.mon.pp[slot] == 0);
  return slot;
}

static u8 gives_status(u8 effect) { return effect >= EFFECT_POISON && effect <= EFFECT_NUMB; }

/* How much the loaded move is worth now. */
static u16 worth(u8 skill) {
  u16 value = expected_damage(FOE_SIDE);
  if (move.power) {
    if (value >= wBattleMon.mon.hp) return 900;
    return value;
  }
  if (gives_status(move.effect)) {
    if (wBattleMon.mon.status != STATUS_NONE || skill < 2) return 0;
    return skill == 3 ? (wBattleMon.mon.max_hp >> 1) : (wBattleMon.mon.max_hp >> 2);
  }
  if (move.effect == EFFECT_HEAL) return wEnemyMon.mon.hp < wEnemyMon.mon.max_hp >> 1 ? wEnemyMon.mon.max_hp >> 1 : 0;
  /* A stage now and then, early in a fight. */
  return wBattleTurn < 3 && (random() & 3) == 0 ? wBattleMon.mon.max_hp >> 2 : 1;
}

u8 foe_choose(u8 skill) {
  u8 slot, best = NONE;
  u16 value, most = 0;
  if (skill == 0) return any_slot();
  if (skill == 1 && random() < 96) return any_slot();
  for (slot = 0; slot != MOVES; slot++) {
    if (wEnemyMon.mon.moves[slot] == NONE || wEnemyMon.mon.pp[slot] == 0) continue;
    move_load(wEnemyMon.mon.moves[slot]);
    value = worth(skill) + (random() & 3);
    if (best == NONE || value > most) {
      best = slot;
      most = value;
    }
  }
  return best;
}
