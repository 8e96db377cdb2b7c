/*
 * What the engine tells the screen. The engine decides, these show; tools/battle-check.c has another set of them for the
 * PC. They return when the showing is over.
 */
#ifndef SHOW_H
#define SHOW_H
#include "types.h"

/* The words stand in battle/messages.c in the same order. */
enum message {
  SAY_WILD_APPEARED, SAY_TRAINER_WANTS, SAY_TRAINER_SENDS, SAY_GO, SAY_COME_BACK,
  SAY_USED, SAY_MISSED, SAY_FAILED, SAY_NO_EFFECT, SAY_CRITICAL, SAY_SUPER, SAY_WEAK, SAY_HITS,
  SAY_FELL_ASLEEP, SAY_POISONED, SAY_BURNT, SAY_NUMBED,
  SAY_SLEEPS, SAY_WOKE, SAY_CANNOT_MOVE, SAY_FLINCHED, SAY_HURT_POISON, SAY_HURT_BURN,
  SAY_DRAINED, SAY_RECOIL, SAY_HEALED,
  SAY_ATTACK_ROSE, SAY_DEFENSE_ROSE, SAY_SPEED_ROSE, SAY_SPECIAL_ROSE, SAY_ACCURACY_ROSE,
  SAY_ATTACK_FELL, SAY_DEFENSE_FELL, SAY_SPEED_FELL, SAY_SPECIAL_FELL, SAY_ACCURACY_FELL,
  SAY_NOTHING_HAPPENED, SAY_FAINTED, SAY_EXPERIENCE, SAY_LEVEL, SAY_LEARNT,
  SAY_FLED, SAY_NOT_FLED, SAY_NO_RUNNING, SAY_THROWN, SAY_BROKE_0, SAY_BROKE_1, SAY_BROKE_2, SAY_BROKE_3,
  SAY_CAUGHT, SAY_TO_BOX, SAY_NO_ROOM, SAY_ORB_REFUSED, SAY_BEATEN, SAY_PRIZE, SAY_LOST,
  SAY_FOE_ITEM, SAY_NO_PP, SAY_TIRED, SAY_ALREADY_OUT, SAY_CANNOT_FIGHT, SAY_EVOLVING, SAY_EVOLVED, SAY_STOPPED
};

/* What {name}, {move} or {item} and {number} of a message stand for. */
extern u8 say_side;    /* whose name; PARTY_NAME + place: a member of the party */
extern u8 say_thing;   /* number of the move or item */
extern u16 say_number;
#define PARTY_NAME 16

void show_message(u8 message) __banked;
/* A monster comes in / is called back. */
void show_enter(u8 side) __banked;
void show_leave(u8 side) __banked;
/* The attacker moves. */
void show_attack(u8 side, u8 move) __banked;
/* The target flashes. factor: twice the product of type factors, 2 neutral. */
void show_hit(u8 side, u8 factor) __banked;
/* Drains or fills the bar until it shows what the fighter has. */
void show_hp(u8 side) __banked;
/* Level and status beside the bar. */
void show_state(u8 side) __banked;
void show_faint(u8 side) __banked;
/* Throws an orb; it wobbles and holds, or breaks. */
void show_orb(u8 item, u8 wobbles, u8 caught) __banked;

/* The player's choice for this turn goes into wPlayerAction and its argument. */
enum action { ACTION_MOVE, ACTION_SWITCH, ACTION_ITEM, ACTION_ORB, ACTION_RUN };
extern u8 wPlayerAction, wPlayerChoice; /* slot, place, -, item, - */
void ask_action(void) __banked;
/* Which member shall come next; always one that can fight. */
u8 ask_next(void) __banked;
/* A member wants to learn a move and knows four: the slot to give up, or NONE. */
u8 ask_forget(u8 place, u8 move) __banked;
#endif
