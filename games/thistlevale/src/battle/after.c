#include "battle/after.h"
#include "battle/battle.h"
#include "battle/engine/reward.h"
#include "battle/engine/turn.h"
#include "battle/evolution.h"
#include "battle/screen.h"
#include "battle/throw.h"
#include "items/bag.h"
#include "menus/menus.h"
#include "menus/naming.h"
#include "say.h"

static void pay(void) {
  u8 last = (u8)(wEnemyPartyCount - 1);
  show_message(SAY_BEATEN);
  trainer_load(wBattleTrainer);
  if (trainer.beaten[0]) {
    say_begin();
    say_add(trainer.beaten);
    say_wrap();
    say_show(SAY_WAITS);
  }
  trainer_load(wBattleTrainer);
  say_number = (u16)trainer.prize * wEnemyPartyMons[last].level;
  money_add(say_number);
  show_message(SAY_PRIZE);
}

static void lose(void) {
  show_message(SAY_LOST);
}

/* A name for the new friend, where the player wants to give one. */
static void name_it(void) {
  say_begin();
  say_add("Give it\na name?");
  say_show(SAY_STAYS);
  if (!yes_no()) return;
  throw_end();
  say_begin();
  say_add("ITS NAME?");
  naming_run(wEnemyMon.mon.nickname);
  window_clear();
  window_show(96);
}

static void keep(void) {
  name_it();
  switch (party_add(&wEnemyMon.mon)) {
    case 2: show_message(SAY_TO_BOX); return;
    case 0: show_message(SAY_NO_ROOM); return;
  }
}

/* Those who rose and are old enough change. */
static void evolve_all(void) {
  u8 place;
  for (place = 0; place != wPartyCount; place++)
    if ((wLevelled & (u8)(1 << place)) && wPartyMons[place].hp && monster_evolves(&wPartyMons[place])) evolution_run(place);
}

void after_battle(u8 result) {
  if (result == BATTLE_WON && wBattleType == BATTLE_TRAINER) pay();
  if (result == BATTLE_LOST) lose();
  if (result == BATTLE_CAUGHT) keep();
  if (result != BATTLE_LOST) evolve_all();
}
