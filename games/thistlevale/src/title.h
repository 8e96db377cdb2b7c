/* Title screen and the beginning of a game. In BANK_SCREENS. */
#ifndef TITLE_H
#define TITLE_H
#include "types.h"
/* Returns when a game is ready to be entered (new or continued). */
void title_run(void) __banked;
void ending_run(void) __banked;
#endif
