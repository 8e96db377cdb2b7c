/* Scenes on the map: persons who walk by themselves, trainers who see the player. In the bank of world/. */
#ifndef WALK_H
#define WALK_H
#include "types.h"
/* Lets a person walk; waits until the steps are done. */
void person_walk(u8 person, u8 dir, u8 steps) __banked;
/* A trainer who is not beaten and sees the player walks up to him; returns who it is, or NONE. */
u8 trainer_sees(void) __banked;
#endif
