/* Random numbers: one stream for what happens in play, one a map for its layout. Both follow from wSeed alone. */
#ifndef RNG_H
#define RNG_H
#include "types.h"
/* The next state of a 16-bit xorshift generator (shifts 7, 9, 8: period 65,535; 0 never occurs). */
u16 rng_next(u16 state);
/* A byte from the stream of play. */
u8 random(void);
/* A start state that depends on the seed and a salt. */
u16 rng_seeded(u8 salt);
#endif
