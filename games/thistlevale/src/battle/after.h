/* What comes after the last turn: prizes, a new friend, evolution. */
#ifndef AFTER_H
#define AFTER_H
#include "types.h"
void after_battle(u8 result);
#endif
