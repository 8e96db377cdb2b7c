/* The bag on the whole screen. */
#ifndef BAG_MENU_H
#define BAG_MENU_H
#include "types.h"
/* What using an item may bring about in the world. */
enum bag_result { BAG_NOTHING, BAG_THREAD };
/* The bag of the start menu. */
u8 bag_run(void) __banked;
/* In battle: an orb that shall be thrown, or an item that has been used; NONE: backed out. */
u8 bag_choose(void) __banked;
#endif
