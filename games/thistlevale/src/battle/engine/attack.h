/* One monster's move. */
#ifndef ATTACK_H
#define ATTACK_H
#include "battle/engine/fighter.h"
/* Uses the move in a slot (NONE: flailing, for want of PP) against the other side. */
void attack(u8 side, u8 slot);
/* The effect of a move on its target or user; sure: a failure is said. */
void effect_apply(u8 side, u8 effect, u8 sure);
/* Takes HP from a fighter and shows it. */
void hurt(u8 side, u16 damage);
/* Gives HP back and shows it; returns whether any were missing. */
u8 restore(u8 side, u16 hp);
/* Damage that the loaded `move` does, without chance: for the foe's choice. */
u16 expected_damage(u8 side);
/* Poison and burn at the end of a turn. */
void residual(u8 side);
/* What slot a foe chooses, by its skill. */
u8 foe_choose(u8 skill);
#endif
