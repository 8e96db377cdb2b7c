/* The blocks of a map after the seed has had its say. */
#ifndef LAYOUT_H
#define LAYOUT_H
#include "types.h"
#define MAX_LAYOUT 784
#define MAX_LAYOUT_ROWS 40
extern u8 layout[MAX_LAYOUT]; /* rows without border, stride = width of the map */
extern u8 *layout_rows[MAX_LAYOUT_ROWS]; /* where each row begins */
extern u8 layout_width, layout_height;
extern u16 layout_rng;
/* Fills layout for one map: a function of wSeed and the map alone. Code and data lie in BANK_WORLD. */
void layout_generate(u8 map);
/* 0 ... n-1 from layout_rng. */
u8 layout_random(u8 n);
#endif
