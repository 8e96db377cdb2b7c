/* The start menu. In BANK_SCREENS. */
#ifndef MENU_H
#define MENU_H
#include "types.h"
/* Returns 1 when the player wants to leave the game. */
u8 menu_run(void) __banked;
/* Lets the player choose one of `count` lines, two rows apart; returns its number or NONE for B. */
u8 choose(u8 *first_cell, u8 count, u8 start);
#endif
