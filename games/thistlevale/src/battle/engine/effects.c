#include "battle/engine/attack.h"
#include "battle/engine/formulas.h"
#include "battle/show.h"
#include "rng.h"

/* The types that a status cannot touch. */
static u8 immune(const struct fighter *f, u8 status) {
  u8 type;
  if (status == STATUS_POISON) type = TYPE_THORN;
  else if (status == STATUS_BURN) type = TYPE_EMBER;
  else if (status == STATUS_NUMB) type = TYPE_STONE;
  else return 0;
  return f->types[0] == type || f->types[1] == type;
}

static void give_status(u8 target, u8 status, u8 sure) {
  static const u8 words[] = {0, SAY_FELL_ASLEEP, SAY_POISONED, SAY_BURNT, SAY_NUMBED};
  struct fighter *f = fighter_of(target);
  say_side = target;
  if (f->mon.status != STATUS_NONE || immune(f, status)) {
    if (sure) show_message(f->mon.status != STATUS_NONE ? SAY_FAILED : SAY_NO_EFFECT);
    return;
  }
  f->mon.status = status;
  if (status == STATUS_SLEEP) f->mon.sleep = (u8)(2 + (random() & 3));
  fighter_store(target);
  show_state(target);
  show_message(words[status]);
}

static void change_stage(u8 side, u8 stage, u8 up, u8 sure) {
  struct fighter *f = fighter_of(side);
  u8 *at = &f->stages[stage];
  say_side = side;
  if (*at == (up ? STAGE_HIGHEST : 1)) {
    if (sure) show_message(SAY_NOTHING_HAPPENED);
    return;
  }
  *at = (u8)(up ? *at + 1 : *at - 1);
  show_message((u8)((up ? SAY_ATTACK_ROSE : SAY_ATTACK_FELL) + stage));
}

void effect_apply(u8 side, u8 effect, u8 sure) {
  u8 target = side ^ 1;
  switch (effect) {
    case EFFECT_POISON: give_status(target, STATUS_POISON, sure); return;
    case EFFECT_SLEEP: give_status(target, STATUS_SLEEP, sure); return;
    case EFFECT_BURN: give_status(target, STATUS_BURN, sure); return;
    case EFFECT_NUMB: give_status(target, STATUS_NUMB, sure); return;
    case EFFECT_FLINCH: fighter_of(target)->flinched = 1; return;
    case EFFECT_HEAL:
      say_side = side;
      if (restore(side, (fighter_of(side)->mon.max_hp + 1) >> 1)) show_message(SAY_HEALED);
      else if (sure) show_message(SAY_FAILED);
      return;
    default:
      if (effect >= EFFECT_ATTACK_DOWN) change_stage(target, (u8)(effect - EFFECT_ATTACK_DOWN), 0, sure);
      else change_stage(side, (u8)(effect - EFFECT_ATTACK_UP), 1, sure);
  }
}

void residual(u8 side) {
  struct fighter *f = fighter_of(side);
  u16 damage;
  if (f->mon.hp == 0) return;
  if (f->mon.status == STATUS_POISON) damage = f->mon.max_hp >> 3;
  else if (f->mon.status == STATUS_BURN) damage = f->mon.max_hp >> 4;
  else return;
  say_side = side;
  show_message(f->mon.status == STATUS_POISON ? SAY_HURT_POISON : SAY_HURT_BURN);
  hurt(side, damage ? damage : 1);
}
