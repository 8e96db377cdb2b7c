/* Walking about: the loop between title and ending. */
#ifndef OVERWORLD_H
#define OVERWORLD_H
#include "types.h"
/* Enters wCurMap at wPlayerX, wPlayerY behind a white screen and fades in. */
void overworld_enter(void);
/* After another screen: draws the map as it was, with the same people in the same places, and fades in. */
void map_redraw(void);
/* Puts another block onto the map until it is loaded again. */
void map_put_block(u8 x, u8 y, u8 block);
/* Plays until the story has ended (1) or the game is left by the menu (0). */
u8 overworld_run(void);
#endif
