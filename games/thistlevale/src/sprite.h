/* Everything that is drawn with sprites: the player, people, small effects. */
#ifndef SPRITE_H
#define SPRITE_H
#include "types.h"
#define EFFECT_TILE 120 /* shadow, thistledown in three sizes */
extern u8 hop_height;   /* how high the player is above the ground, in pixels */
/* Loads the pictures of the player and of the people of the map. LCD off. */
void sprites_load(void);
/* The same for another map's people, while the picture is on: takes a few frames. */
void sprites_change(void);
void effects_load(void);
/* Draws player and people for the next frame. */
void sprites_draw(void);
/* Removes all sprites / puts a single one (screen coordinates). */
void sprites_clear(void);
void sprite_put(u8 slot, u8 x, u8 y, u8 tile, u8 attributes);
#endif
