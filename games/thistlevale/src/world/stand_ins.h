/* What the world calls until parties, bags, battles and menus are there. */
#ifndef STAND_INS_H
#define STAND_INS_H
#include "types.h"
#define FIRST_THING 17
#define ITEM_LAMP 15
enum battle_result { BATTLE_WON, BATTLE_LOST, BATTLE_FLED, BATTLE_CAUGHT };
extern u8 wPartyCount;
extern u16 wMoney;
u8 party_give(u8 species, u8 level) __banked;
void party_heal(void) __banked;
u8 party_fit(void) __banked;
u8 bag_add(u8 item, u8 n) __banked;
u8 bag_remove(u8 item, u8 n) __banked;
u8 bag_count(u8 item) __banked;
u8 battle_wild(u8 species, u8 level) __banked;
u8 battle_trainer(u8 trainer) __banked;
void shop_run(u8 shop) __banked;
void box_run(void) __banked;
u8 yes_no(void) __banked;
const char *item_name(u8 item);
#endif
