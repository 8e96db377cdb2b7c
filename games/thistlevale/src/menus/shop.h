/* Places with menus of their own. */
#ifndef SHOP_H
#define SHOP_H
#include "types.h"
/* Buying and selling; shop: index into data/shops.json. */
void shop_run(u8 shop) __banked;
/* The box: taking monsters out and putting them in. */
void box_run(void) __banked;
#endif
