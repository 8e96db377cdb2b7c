/* Options: they change how things look at once and are saved. */
#ifndef OPTIONS_H
#define OPTIONS_H
#include "types.h"
extern u8 wFrameStyle;   /* 0 plain, 1 thistles */
extern u8 wPaletteStyle; /* 0 day, 1 harvest, 2 dusk */
/* The menu, in the panel of the start menu. */
void options_run(void) __banked;
/* 32 colours as wPaletteStyle shows them. */
void palette_tint(const u8 *from, u8 *to) __banked;
/* What BGP shows instead, on a grey machine. */
u8 palette_greys(void) __banked;
#endif
