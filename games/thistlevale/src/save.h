/* Battery RAM. In BANK_SCREENS. */
#ifndef SAVE_H
#define SAVE_H
#include "types.h"
enum save_found { SAVE_NONE, SAVE_WHOLE, SAVE_FOREIGN, SAVE_DAMAGED };
void save_write(void) __banked;
/* What battery RAM holds: enum save_found. A save of another version of the game is foreign. */
u8 save_look(void) __banked;
/* Takes the state from battery RAM; call it only when save_look() says SAVE_WHOLE. */
void save_read(void) __banked;
/* Makes everything that is saved zero, for a new game. */
void save_clear(void) __banked;
#endif
