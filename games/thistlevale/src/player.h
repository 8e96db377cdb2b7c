/* The player's own movement. */
#ifndef PLAYER_H
#define PLAYER_H
#include "types.h"
/* One frame: goes on with a step, or begins one when a direction is held. */
void player_update(void);
/* 1 in the frame in which a step came to its end. */
extern u8 player_arrived;
/* The block in front. */
u8 player_front_x(void);
u8 player_front_y(void);
#endif
