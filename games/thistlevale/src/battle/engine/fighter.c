#include "battle/engine/fighter.h"
#include "banks.h"
#include "battle/engine/formulas.h"

struct fighter *fighter_of(u8 side) { return side == PLAYER_SIDE ? &wBattleMon : &wEnemyMon; }

static struct monster *place_of(u8 side, u8 position) {
  return side == PLAYER_SIDE ? &wPartyMons[position] : &wEnemyPartyMons[position];
}

void fighter_refresh(u8 side) {
  struct fighter *f = fighter_of(side);
  copy((u8 *)&f->mon, (const u8 *)place_of(side, f->position), sizeof f->mon);
}

void fighter_store(u8 side) {
  struct fighter *f = fighter_of(side);
  copy((u8 *)place_of(side, f->position), (const u8 *)&f->mon, sizeof f->mon);
}

void fighter_enter(u8 side, u8 position) {
  struct fighter *f = fighter_of(side);
  f->position = position;
  fighter_refresh(side);
  fill(f->stages, STAGE_NEUTRAL, STAGES);
  f->flinched = 0;
  species_load(f->mon.species);
  f->types[0] = species.types[0];
  f->types[1] = species.types[1];
  f->catch_rate = species.catch_rate;
  f->yield = species.yield;
}

u16 fighter_speed(u8 side) {
  struct fighter *f = fighter_of(side);
  u16 speed = staged(f->mon.speed, f->stages[STAGE_SPEED]);
  if (f->mon.status == STATUS_NUMB) speed >>= 1;
  return speed ? speed : 1;
}

u8 fighter_has_pp(const struct fighter *f) __banked {
  u8 slot;
  for (slot = 0; slot != MOVES; slot++)
    if (f->mon.moves[slot] != NONE && f->mon.pp[slot]) return 1;
  return 0;
}
