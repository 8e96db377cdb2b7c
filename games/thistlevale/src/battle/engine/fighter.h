/* The two monsters that fight now. */
#ifndef FIGHTER_H
#define FIGHTER_H
#include "party/party.h"

enum side { PLAYER_SIDE, FOE_SIDE };
enum stage { STAGE_ATTACK, STAGE_DEFENSE, STAGE_SPEED, STAGE_SPECIAL, STAGE_ACCURACY, STAGES };

struct fighter {
  struct monster mon; /* a copy; fighter_store() writes it back */
  u8 stages[STAGES];
  u8 types[2];
  u8 flinched;
  u8 position; /* place in its party */
  u8 catch_rate, yield;
};

extern struct fighter wBattleMon, wEnemyMon;
extern u8 wEnemyPartyCount;
extern struct monster wEnemyPartyMons[PARTY_SIZE];
extern u8 wBattleTurn;  /* counts turns from 0 */
extern u8 wFought;      /* bits of the party's places that met the present foe */
extern u8 wFleeAttempts;

struct fighter *fighter_of(u8 side);
/* Takes a place in the battle, with neutral stages. */
void fighter_enter(u8 side, u8 position);
/* Writes the fighter back into its party / reads it again after the party changed. */
void fighter_store(u8 side);
void fighter_refresh(u8 side);
/* Speed and so on with stages and status. */
u16 fighter_speed(u8 side);
/* Whether any move has PP left. */
u8 fighter_has_pp(const struct fighter *f) __banked;
#endif
