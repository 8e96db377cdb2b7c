/* The bag on the whole screen. */
#ifndef BAG_MENU_H
#define BAG_MENU_H
#include "types.h"
enum bag_purpose { BAG_IN_FIELD, BAG_IN_BATTLE };
/* What menu_run and bag_choose may bring about in the world. */
enum bag_result { BAG_NOTHING, BAG_THREAD };
/* In battle: an orb that shall be thrown, or an item that has been used; NONE: backed out. */
u8 bag_choose(u8 purpose) __banked;
#endif
