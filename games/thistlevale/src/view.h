/* The window onto the map: a ring of 16×16 blocks in video memory, scrolled by one pixel a frame. */
#ifndef VIEW_H
#define VIEW_H
#include "types.h"
/* The player always stands in this block column and row of the screen. */
#define VIEW_COLUMN 4
#define VIEW_ROW 4
/* Loads tile set and people for the map and draws the whole view. LCD off. */
void view_load(void);
/* Draws the whole view around the player. LCD off. */
void view_draw(void);
/* The view is about to move one block: draws the blocks that will come into sight. */
void view_step(u8 dir);
/* Sets the scroll registers for a view that is `left` pixels short of its place, coming from direction dir. */
void view_scroll(u8 dir, u8 left);
/* Draws another block at the player's place, without changing the map. */
void view_patch(u8 block);
/* Draws one block of the map again where it is in sight. */
void view_block(u8 x, u8 y);
/* Brings back the tiles of the map after something else took their place; the picture may be on. */
void view_restore_tiles(void);
#endif
