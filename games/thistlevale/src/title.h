/* Title screen and the beginning of a game. In BANK_SCREENS. */
#ifndef TITLE_H
#define TITLE_H
#include "types.h"
/* Returns when a game is ready to be entered (new or continued). */
void title_run(void) __banked;
/* The card at the end of the first chapter; goes on with START or A, or by itself. */
void chapter_run(void) __banked;
/* The credits; START leads on to the title. */
void ending_run(void) __banked;
#endif
