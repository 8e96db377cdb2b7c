#include "battle/engine/turn.h"
#include "battle/battle.h"
#include "battle/engine/attack.h"
#include "battle/engine/capture.h"
#include "battle/engine/formulas.h"
#include "battle/engine/reward.h"
#include "battle/show.h"
#include "rng.h"

/* Nothing has ended yet. */
#define FIGHT_ON NONE

static u8 foe_slot, foe_drinks;
static u8 foe_items[2];

static void enter(u8 side, u8 position) {
  fighter_enter(side, position);
  if (side == FOE_SIDE) wFought = 0;
  wFought |= (u8)(1 << wBattleMon.position);
  show_enter(side);
}

static u8 first_fit(void) {
  u8 place = 0;
  while (wPartyMons[place].hp == 0) place++;
  return place;
}

/* A trainer who knows much gives a drink to a monster that is nearly beaten. */
static u8 wants_drink(void) {
  u8 i;
  if (wBattleType != BATTLE_TRAINER || wEnemyMon.mon.hp > wEnemyMon.mon.max_hp >> 2) return NONE;
  for (i = 0; i != 2; i++)
    if (foe_items[i] != NONE) return i;
  return NONE;
}

static void drink(void) {
  say_side = FOE_SIDE;
  say_thing = foe_items[foe_drinks];
  foe_items[foe_drinks] = NONE;
  show_message(SAY_FOE_ITEM);
  item_load(say_thing);
  restore(FOE_SIDE, item.value == 255 ? 999 : item.value);
}

static u8 priority_of(const struct fighter *f, u8 slot) {
  if (slot == NONE) return 0;
  move_load(f->mon.moves[slot]);
  return move.priority;
}

/* Whether the player's move comes before the foe's. */
static u8 player_first(u8 slot) {
  u8 own = priority_of(&wBattleMon, slot);
  u8 other = priority_of(&wEnemyMon, foe_slot);
  u16 own_speed, other_speed;
  if (own != other) return own > other;
  own_speed = fighter_speed(PLAYER_SIDE);
  other_speed = fighter_speed(FOE_SIDE);
  if (own_speed != other_speed) return own_speed > other_speed;
  return random() & 1;
}

/* Whether both still stand. */
static u8 standing(void) { return wBattleMon.mon.hp && wEnemyMon.mon.hp; }

static void foe_acts(void) {
  if (foe_drinks != NONE) drink();
  else attack(FOE_SIDE, foe_slot);
}

static u8 flee(void) {
  u8 chance;
  if (wBattleType == BATTLE_TRAINER) {
    show_message(SAY_NO_RUNNING);
    return FIGHT_ON;
  }
  chance = flee_chance(fighter_speed(PLAYER_SIDE), fighter_speed(FOE_SIDE), wFleeAttempts);
  wFleeAttempts++;
  if (chance == 255 || random() < chance) {
    show_message(SAY_FLED);
    return BATTLE_FLED;
  }
  show_message(SAY_NOT_FLED);
  return FIGHT_ON;
}

static void switch_to(u8 place) {
  say_side = PLAYER_SIDE;
  show_message(SAY_COME_BACK);
  show_leave(PLAYER_SIDE);
  enter(PLAYER_SIDE, place);
}

/* The actions that come before any move. Returns how the battle ends by it, or FIGHT_ON. */
static u8 act_at_once(void) {
  switch (wPlayerAction) {
    case ACTION_SWITCH:
      switch_to(wPlayerChoice);
      return FIGHT_ON;
    case ACTION_ITEM:
      fighter_refresh(PLAYER_SIDE);
      show_state(PLAYER_SIDE);
      show_hp(PLAYER_SIDE);
      return FIGHT_ON;
    case ACTION_ORB:
      return capture(wPlayerChoice) ? BATTLE_CAUGHT : FIGHT_ON;
    default:
      return flee();
  }
}

static void both_move(void) {
  u8 slot = fighter_has_pp(&wBattleMon) ? wPlayerChoice : NONE;
  wFleeAttempts = 0;
  if (foe_drinks != NONE || !player_first(slot)) {
    foe_acts();
    if (standing()) attack(PLAYER_SIDE, slot);
  } else {
    attack(PLAYER_SIDE, slot);
    if (standing()) foe_acts();
  }
}

/* The foe has fallen: experience, then the next one. */
static u8 foe_down(void) {
  u8 next;
  say_side = FOE_SIDE;
  show_faint(FOE_SIDE);
  show_message(SAY_FAINTED);
  reward_experience();
  for (next = 0; next != wEnemyPartyCount; next++)
    if (wEnemyPartyMons[next].hp) break;
  if (next == wEnemyPartyCount) return BATTLE_WON;
  /* The fallen side's next one is announced by show_enter. */
  if (wBattleMon.mon.hp) enter(FOE_SIDE, next);
  else fighter_enter(FOE_SIDE, next);
  return FIGHT_ON;
}

static u8 fallen(void) {
  u8 foe_fell = wEnemyMon.mon.hp == 0;
  u8 own_fell = wBattleMon.mon.hp == 0;
  if (own_fell) {
    say_side = PLAYER_SIDE;
    show_faint(PLAYER_SIDE);
    show_message(SAY_FAINTED);
    wFought &= (u8) ~(1 << wBattleMon.position);
  }
  if (foe_fell && foe_down() == BATTLE_WON) return party_fit() ? BATTLE_WON : BATTLE_LOST;
  if (!own_fell) return FIGHT_ON;
  if (party_fit() == 0) return BATTLE_LOST;
  if (foe_fell) {
    fighter_enter(PLAYER_SIDE, ask_next());
    wFought = (u8)(1 << wBattleMon.position);
    show_enter(FOE_SIDE);
    show_enter(PLAYER_SIDE);
  } else {
    enter(PLAYER_SIDE, ask_next());
  }
  return FIGHT_ON;
}

static u8 turn(void) {
  u8 result = FIGHT_ON;
  u8 skill = 0;
  wBattleMon.flinched = 0;
  wEnemyMon.flinched = 0;
  ask_action();
  if (wBattleType == BATTLE_TRAINER) {
    trainer_load(wBattleTrainer);
    skill = trainer.skill;
  }
  foe_drinks = wants_drink();
  foe_slot = foe_choose(skill);
  if (wPlayerAction == ACTION_MOVE) {
    both_move();
  } else {
    result = act_at_once();
    if (result != FIGHT_ON) return result;
    foe_acts();
  }
  if (standing()) {
    residual(PLAYER_SIDE);
    if (wBattleMon.mon.hp) residual(FOE_SIDE);
  }
  if (!standing()) result = fallen();
  if (wBattleTurn != 255) wBattleTurn++;
  return result;
}

u8 battle_fight(void) __banked {
  u8 result;
  wBattleTurn = 0;
  wFleeAttempts = 0;
  wLevelled = 0;
  foe_items[0] = NONE;
  foe_items[1] = NONE;
  if (wBattleType == BATTLE_TRAINER) {
    trainer_load(wBattleTrainer);
    foe_items[0] = trainer.items[0];
    foe_items[1] = trainer.items[1];
  }
  wBattleMon.position = first_fit();
  enter(FOE_SIDE, 0);
  enter(PLAYER_SIDE, wBattleMon.position);
  do result = turn();
  while (result == FIGHT_ON);
  return result;
}
