#include "world/stand_ins.h"

u8 wPartyCount;
u16 wMoney;
static u8 bag[32];
u8 party_give(u8 species, u8 level) __banked {
  (void)species;
  (void)level;
  wPartyCount++;
  return 1;
}
void party_heal(void) __banked {}
u8 party_fit(void) __banked { return wPartyCount; }
u8 bag_add(u8 item, u8 n) __banked {
  bag[item] += n;
  return 1;
}
u8 bag_remove(u8 item, u8 n) __banked {
  if (bag[item] < n) return 0;
  bag[item] -= n;
  return 1;
}
u8 bag_count(u8 item) __banked { return bag[item]; }
u8 battle_wild(u8 species, u8 level) __banked {
  (void)species;
  (void)level;
  return BATTLE_FLED;
}
u8 battle_trainer(u8 trainer) __banked {
  (void)trainer;
  return BATTLE_WON;
}
void shop_run(u8 shop) __banked { (void)shop; }
void box_run(void) __banked {}
u8 yes_no(void) __banked { return 1; }
