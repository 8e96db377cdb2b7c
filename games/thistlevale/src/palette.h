/* Colours, and fading to white and back. On a grey machine the same levels go through BGP. */
#ifndef PALETTE_H
#define PALETTE_H
#include "types.h"
extern u8 background_palettes[64];
extern u8 sprite_palettes[64];
extern u16 fade_mask;
extern u8 palette_dark; /* 1: a grey machine shows the map nearly black */
/* Darkens background_palettes to a quarter. */
void palette_darken(void);
/* 0 full colour ... 4 white. Shown with the next frames. */
void palette_fade(u8 level);
/* Writes what changed; called by frame() in the vertical blank. */
void palette_commit(void);
/* Both take eight frames. */
void fade_out(void);
void fade_in(void);
#endif
