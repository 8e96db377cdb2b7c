#include "items/bag.h"

static u8 find(u8 number) {
  u8 i;
  for (i = 0; i != wNumBagItems; i++)
    if (wBagItems[i].item == number) return i;
  return NONE;
}

u8 bag_count(u8 number) __banked {
  u8 at = find(number);
  return at == NONE ? 0 : wBagItems[at].count;
}

u8 bag_add(u8 number, u8 n) __banked {
  u8 at = find(number);
  if (at == NONE) {
    if (wNumBagItems == BAG_SIZE || n > MOST_OF_AN_ITEM) return 0;
    at = wNumBagItems++;
    wBagItems[at].item = number;
    wBagItems[at].count = n;
    return 1;
  }
  if (n > (u8)(MOST_OF_AN_ITEM - wBagItems[at].count)) return 0;
  wBagItems[at].count += n;
  return 1;
}

u8 bag_remove(u8 number, u8 n) __banked {
  u8 at = find(number);
  if (at == NONE || wBagItems[at].count < n) return 0;
  wBagItems[at].count -= n;
  if (wBagItems[at].count) return 1;
  wNumBagItems--;
  for (; at != wNumBagItems; at++) {
    wBagItems[at].item = wBagItems[at + 1].item;
    wBagItems[at].count = wBagItems[at + 1].count;
  }
  return 1;
}

void bag_swap(u8 a, u8 b) __banked {
  u8 number = wBagItems[a].item;
  u8 count = wBagItems[a].count;
  wBagItems[a].item = wBagItems[b].item;
  wBagItems[a].count = wBagItems[b].count;
  wBagItems[b].item = number;
  wBagItems[b].count = count;
}

void money_add(u16 n) __banked { wMoney = n > MOST_MONEY - wMoney ? MOST_MONEY : wMoney + n; }

u8 money_pay(u16 n) __banked {
  if (n > wMoney) return 0;
  wMoney -= n;
  return 1;
}
