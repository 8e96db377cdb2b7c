/* The start menu, and the plain list that the title has too. In BANK_SCREENS and bank 0. */
#ifndef MENU_H
#define MENU_H
#include "types.h"
enum menu_result { MENU_STAYED, MENU_LEFT, MENU_THREAD };
/* MENU_LEFT: the player wants to leave the game. MENU_THREAD: back to the last place of rest. */
u8 menu_run(void) __banked;
/* Lets the player choose one of `count` lines, two rows apart; returns its number or NONE for B. */
u8 choose(u8 *first_cell, u8 count, u8 start);
#endif
