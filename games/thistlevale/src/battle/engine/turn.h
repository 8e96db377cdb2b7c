/* The turns of a battle. */
#ifndef TURN_H
#define TURN_H
#include "types.h"
extern u8 wBattleTrainer; /* number of the trainer, in battles against one */
/* Fights until it is over: both parties must be there. Returns an enum battle_result. */
u8 battle_fight(void) __banked;
#endif
