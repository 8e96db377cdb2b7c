#include "battle/engine/formulas.h"
#include "data/data.h"

static const u16 percents[STAGE_HIGHEST] = {25, 28, 33, 40, 50, 66, 100, 150, 200, 250, 300, 350, 400};

u16 staged(u16 stat, u8 stage) {
  u16 value;
  if (stage == STAGE_NEUTRAL) return stat;
  value = (u16)((u32)stat * percents[stage - 1] / 100);
  return value ? value : 1;
}

u16 base_damage(u8 level, u8 power, u16 attack, u16 defense) {
  u32 value = (u16)((u16)(2 * level / 5 + 2) * power);
  value = value * attack / defense / 50 + 2;
  return value > 997 ? 997 : (u16)value;
}

u16 final_damage(u16 damage, u8 own_type, u8 factor1, u8 factor2, u8 roll) {
  u32 value;
  if (own_type) damage += damage >> 1;
  damage = (u16)(damage * factor1) >> 1;
  damage = (u16)(damage * factor2) >> 1;
  if (factor1 == 0 || factor2 == 0) return 0;
  value = (u32)damage * roll / 255;
  return value ? (u16)value : 1;
}

u8 hit_chance(u8 accuracy, u8 stage) {
  u16 value;
  if (accuracy == 0) return 255;
  value = staged((u16)((u16)accuracy * 255 / 100), stage);
  return value > 255 ? 255 : (u8)value;
}

u8 catch_chance(u8 rate, u8 orb, u16 hp, u16 max_hp, u8 status) {
  u16 value = (u16)((u16)rate * orb) / 10;
  if (value > 255) value = 255;
  value = (u16)((u32)value * (3 * max_hp - 2 * hp) / (3 * max_hp));
  if (status == STATUS_SLEEP) value *= 2;
  else if (status != STATUS_NONE) value += value >> 1;
  if (value > 255) return 255;
  return value ? (u8)value : 1;
}

u8 catch_wobbles(u8 chance, u8 roll) {
  u8 missed = (u8)(roll - chance);
  if (missed < 24) return 3;
  if (missed < 64) return 2;
  return missed < 128 ? 1 : 0;
}

u8 flee_chance(u16 own_speed, u16 foe_speed, u8 attempts) {
  u16 value;
  if (own_speed >= foe_speed) return 255;
  value = (u16)((u32)own_speed * 128 / foe_speed) + (u16)attempts * 30;
  return value > 255 ? 255 : (u8)value;
}

u16 experience_yield(u8 yield, u8 level, u8 sharers, u8 from_trainer) {
  u16 value = (u16)((u16)yield * level) / 7 / sharers;
  if (from_trainer) value += value >> 1;
  return value ? value : 1;
}
