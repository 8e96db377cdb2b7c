/* Battery RAM. In BANK_SCREENS. */
#ifndef SAVE_H
#define SAVE_H
#include "types.h"
void save_write(void) __banked;
/* 1 when battery RAM holds a whole save of this version. */
u8 save_is_valid(void) __banked;
/* Takes the state from battery RAM; call it only after save_is_valid(). */
void save_read(void) __banked;
#endif
