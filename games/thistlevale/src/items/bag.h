/* The bag and the money. */
#ifndef BAG_H
#define BAG_H
#include "data/data.h"

#define BAG_SIZE 20
#define MOST_OF_AN_ITEM 99
#define MOST_MONEY 60000u

struct bag_slot {
  u8 item, count;
};

extern u8 wNumBagItems;
extern struct bag_slot wBagItems[BAG_SIZE];
extern u16 wMoney;
extern u8 wRepelSteps; /* steps for which wild monsters still stay away */

/* 1 when there was room for all of them; else nothing is put in. */
u8 bag_add(u8 item, u8 n) __banked;
/* 1 when there were as many; else nothing is taken. */
u8 bag_remove(u8 item, u8 n) __banked;
u8 bag_count(u8 item) __banked;
void bag_swap(u8 a, u8 b) __banked;
void money_add(u16 n) __banked;
/* 1 when there was enough; else nothing is paid. */
u8 money_pay(u16 n) __banked;
#endif
