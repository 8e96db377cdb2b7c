#include "battle/engine/attack.h"
#include "battle/engine/formulas.h"
#include "battle/show.h"
#include "rng.h"

#define CRITICAL_CHANCE 16 /* of 256 */
#define NUMB_CHANCE 64

static u8 critical, factor1, factor2;

void hurt(u8 side, u16 damage) {
  struct fighter *f = fighter_of(side);
  f->mon.hp = damage >= f->mon.hp ? 0 : f->mon.hp - damage;
  fighter_store(side);
  show_hp(side);
}

u8 restore(u8 side, u16 hp) {
  struct fighter *f = fighter_of(side);
  if (f->mon.hp == f->mon.max_hp) return 0;
  f->mon.hp = hp >= f->mon.max_hp - f->mon.hp ? f->mon.max_hp : f->mon.hp + hp;
  fighter_store(side);
  show_hp(side);
  return 1;
}

/* How the types of the target take the loaded move. */
static void look_up_factors(const struct fighter *target) {
  factor1 = type_factor(move.type, target->types[0]);
  factor2 = target->types[1] == target->types[0] ? 2 : type_factor(move.type, target->types[1]);
}

static u16 damage_of(u8 side, u8 roll) {
  const struct fighter *user = fighter_of(side);
  const struct fighter *target = fighter_of(side ^ 1);
  u8 level = critical ? (u8)(user->mon.level * 2) : user->mon.level;
  u16 attack, defense;
  if (move.kind == KIND_FORCE) {
    attack = staged(user->mon.attack, user->stages[STAGE_ATTACK]);
    defense = staged(target->mon.defense, target->stages[STAGE_DEFENSE]);
    if (user->mon.status == STATUS_BURN && attack > 1) attack >>= 1;
  } else {
    attack = staged(user->mon.special, user->stages[STAGE_SPECIAL]);
    defense = staged(target->mon.special, target->stages[STAGE_SPECIAL]);
  }
  look_up_factors(target);
  return final_damage(base_damage(level, move.power, attack, defense), move.type == user->types[0] || move.type == user->types[1], factor1, factor2, roll);
}

u16 expected_damage(u8 side) {
  u16 damage;
  critical = 0;
  if (move.power == 0) return 0;
  damage = damage_of(side, 236);
  if (move.effect == EFFECT_DOUBLE_HIT) damage *= 2;
  else if (move.effect == EFFECT_MULTI_HIT) damage *= 3;
  return damage;
}

/* Sleep, numbness and fright may take the turn. */
static u8 can_act(u8 side) {
  struct fighter *f = fighter_of(side);
  say_side = side;
  if (f->mon.status == STATUS_SLEEP) {
    if (f->mon.sleep) f->mon.sleep--;
    if (f->mon.sleep) {
      fighter_store(side);
      show_message(SAY_SLEEPS);
      return 0;
    }
    f->mon.status = STATUS_NONE;
    fighter_store(side);
    show_state(side);
    show_message(SAY_WOKE);
  }
  if (f->flinched) {
    show_message(SAY_FLINCHED);
    return 0;
  }
  if (f->mon.status == STATUS_NUMB && random() < NUMB_CHANCE) {
    show_message(SAY_CANNOT_MOVE);
    return 0;
  }
  return 1;
}

static u8 number_of_hits(void) {
  if (move.effect == EFFECT_DOUBLE_HIT) return 2;
  if (move.effect != EFFECT_MULTI_HIT) return 1;
  /* Two and three are as likely as four and five are together thrice. */
  switch (random() & 7) {
    case 0: return 5;
    case 1: return 4;
    case 2: case 3: case 4: return 3;
    default: return 2;
  }
}

/* Strikes until the hits are over or the target falls; returns the damage of the last one. */
static u16 strike(u8 side) {
  u8 target = side ^ 1;
  u8 hits = number_of_hits();
  u8 done = 0;
  u16 damage, left;
  do {
    critical = random() < CRITICAL_CHANCE;
    damage = damage_of(side, (u8)(217 + random() % 39));
    if (damage == 0) {
      show_message(SAY_NO_EFFECT);
      return 0;
    }
    show_hit(target, (u8)((u8)(factor1 * factor2) >> 1));
    left = fighter_of(target)->mon.hp;
    if (damage > left) damage = left;
    hurt(target, damage);
    if (critical) show_message(SAY_CRITICAL);
    done++;
  } while (done != hits && fighter_of(target)->mon.hp);
  if (factor1 * factor2 > 4) show_message(SAY_SUPER);
  else if (factor1 * factor2 < 4) show_message(SAY_WEAK);
  say_number = done;
  if (hits > 1) show_message(SAY_HITS);
  return damage;
}

/* What a move that did damage does besides. */
static void after_strike(u8 side, u16 damage) {
  u8 target = side ^ 1;
  u16 share;
  say_side = side;
  switch (move.effect) {
    case EFFECT_DRAIN:
      share = damage >> 1;
      if (restore(side, share ? share : 1)) {
        say_side = target;
        show_message(SAY_DRAINED);
      }
      return;
    case EFFECT_RECOIL:
      share = damage >> 2;
      hurt(side, share ? share : 1);
      show_message(SAY_RECOIL);
      return;
    case EFFECT_NONE: case EFFECT_MULTI_HIT: case EFFECT_DOUBLE_HIT:
      return;
    default:
      if (fighter_of(target)->mon.hp && (u8)(random() % 100) < move.chance) effect_apply(side, move.effect, 0);
  }
}

void attack(u8 side, u8 slot) {
  struct fighter *f = fighter_of(side);
  u8 number = slot == NONE ? MOVE_FLAIL : f->mon.moves[slot];
  u8 chance;
  u16 damage;
  if (!can_act(side)) return;
  if (slot != NONE && f->mon.pp[slot]) f->mon.pp[slot]--;
  fighter_store(side);
  say_side = side;
  say_thing = number;
  show_message(SAY_USED);
  move_load(number);
  chance = hit_chance(move.accuracy, f->stages[STAGE_ACCURACY]);
  if (chance != 255 && random() >= chance) {
    show_message(SAY_MISSED);
    return;
  }
  show_attack(side, number);
  if (move.kind == KIND_STATUS) {
    effect_apply(side, move.effect, 1);
    return;
  }
  say_side = side ^ 1;
  damage = strike(side);
  if (damage) after_strike(side, damage);
}
