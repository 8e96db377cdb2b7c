/* What a victory brings. */
#ifndef REWARD_H
#define REWARD_H
#include "types.h"
extern u8 wLevelled; /* bits of the party's places that rose in this battle: they may evolve after it */
/* Shares the experience of the fallen foe among those who met it and still stand. */
void reward_experience(void);
/* Learns what the species learns at its present level; asks when four moves are known. */
void learn_at_level(u8 place) __banked;
#endif
