#include "menus/shop.h"
void shop_run(u8 shop) __banked { (void)shop; }
void box_run(void) __banked {}
