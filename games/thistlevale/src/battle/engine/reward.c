#include "battle/engine/reward.h"
#include "battle/battle.h"
#include "battle/engine/fighter.h"
#include "battle/engine/formulas.h"
#include "battle/show.h"

/* What was learnt shows in the fighter too when it is the one that fights. */
static void sync(u8 place) {
  if (wBattleType == BATTLE_NONE || wBattleMon.position != place) return;
  fighter_refresh(PLAYER_SIDE);
  show_state(PLAYER_SIDE);
}

void learn_at_level(u8 place) __banked {
  struct monster *m = &wPartyMons[place];
  u8 nth, number, slot, known;
  for (nth = 0; (number = move_learnt(m->species, m->level, nth)) != NONE; nth++) {
    known = monster_learn(m, number);
    if (known == 2) continue;
    if (!known) {
      slot = ask_forget(place, number);
      if (slot == NONE) continue;
      monster_set_move(m, slot, number);
    }
    sync(place);
    say_side = (u8)(PARTY_NAME + place);
    say_thing = number;
    show_message(SAY_LEARNT);
  }
}

static void reward_one(u8 place, u16 experience) {
  struct monster *m = &wPartyMons[place];
  if (m->level >= MAX_LEVEL) return;
  say_side = (u8)(PARTY_NAME + place);
  say_number = experience;
  monster_gain(m, experience);
  sync(place);
  show_message(SAY_EXPERIENCE);
  while (monster_level_up(m)) {
    wLevelled |= (u8)(1 << place);
    sync(place);
    say_side = (u8)(PARTY_NAME + place);
    say_number = m->level;
    show_message(SAY_LEVEL);
    learn_at_level(place);
  }
}

void reward_experience(void) {
  u8 place, sharers = 0;
  u16 experience;
  for (place = 0; place != wPartyCount; place++) {
    if (wPartyMons[place].hp == 0) wFought &= (u8) ~(1 << place);
    if (wFought & (u8)(1 << place)) sharers++;
  }
  if (!sharers) return;
  experience = experience_yield(wEnemyMon.yield, wEnemyMon.mon.level, sharers, wBattleType == BATTLE_TRAINER);
  for (place = 0; place != wPartyCount; place++)
    if (wFought & (u8)(1 << place)) reward_one(place, experience);
}
