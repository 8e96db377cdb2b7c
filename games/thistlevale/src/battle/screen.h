/* The battle's picture: two monsters, their bars, and the text box in the window. */
#ifndef SCREEN_H
#define SCREEN_H
#include "battle/engine/fighter.h"
#include "battle/show.h"
#include "battle_art.h"

/* Tiles in video memory: the foe, the own monster, then the bars and signs of battle_art.h; those of states after the font. */
#define TILE_FOE 0
#define TILE_OWN 49
#define TILE_SIGNS 85
#define TILE_STATES 0xEC

/* Palettes of the background. */
enum { COLOURS_UI, COLOURS_FOE, COLOURS_OWN, COLOURS_HIGH, COLOURS_MIDDLE, COLOURS_LOW, COLOURS_EXPERIENCE, COLOURS_ORB };

/* Where a side's picture stands. */
#define FOE_X 12
#define FOE_Y 0
#define FOE_SIDE_TILES 7
#define OWN_X 1
#define OWN_Y 6
#define OWN_SIDE_TILES 6

#define SCREEN_CELL(x, y) (VRAM_MAP + (y) * 32 + (x))

/* Everything but the monsters, behind a white screen. */
void screen_open(void);
/* Loads a monster's or a trainer's picture and its colours; the LCD may be on. */
void picture_of_fighter(u8 side);
void picture_of_trainer(u8 class);
/* The player himself, in the own place. */
void picture_of_player(void);
extern u8 player_stands; /* 1 while the player stands in the own place */
/* Draws a side's picture, moved by whole tiles aside (to its edge of the screen) and down; what leaves its place is cut. */
void picture_draw(u8 side, u8 aside, u8 down);
void picture_clear(u8 side);
/* Comes in from the side's edge of the screen. */
void slide_in(u8 side);
/* Name, level, status and bar of a side at once. */
void panel_draw(u8 side);
void panel_clear(u8 side);
/* One frame of the bar on its way to what the fighter has; returns 0 when it is there. */
u8 bar_step(u8 side);
/* A row of signs: how many of a party can fight. */
void party_signs_draw(u8 side);
void party_signs_clear(u8 side);
#endif
