/* The picture: one frame at a time, prepared here and taken over in the vertical blank. */
#ifndef VIDEO_H
#define VIDEO_H
#include "types.h"

extern u8 is_colour; /* 1 on a Game Boy Color */
extern volatile u8 frame_ready;
extern u8 wHeartbeat; /* counts frames that the game has computed: it stands still when the game hangs */
extern u8 scroll_x, scroll_y, window_x, window_y, lcd_control;

/* Tables of the tile set in use: four tiles and four palettes a block. */
extern u8 block_tiles[512];
extern u8 block_palettes[512];

/* Ends the frame: waits for the vertical blank, publishes the state that is now on screen, reads the buttons. */
void frame(void);
void frames(u8 count);

/* Switch the LCD off (in the vertical blank only) and on: bulk copies into video memory need it off. */
void lcd_off(void);
void lcd_on(void);

void wait_vblank(void);
void draw_block(u8 *corner, u8 block);
void put_tile(u8 *cell, u8 tile);
/* Half of put_tile: the tile alone, or its palette alone. */
void put_cell(u8 *cell, u8 tile);
void put_palette(u8 *cell, u8 palette);
#endif
