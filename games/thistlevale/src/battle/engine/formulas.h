/* The arithmetic of battles: pure functions, tried on the PC by tools/battle-check.c against a model of their own. */
#ifndef FORMULAS_H
#define FORMULAS_H
#include "types.h"

#define STAGE_NEUTRAL 7 /* 1 lowest, 13 highest */
#define STAGE_HIGHEST 13

/* A stat at a stage: floor(stat · {25 28 33 40 50 66 100 150 200 250 300 350 400} / 100), at least 1. */
u16 staged(u16 stat, u8 stage);
/* floor(floor(floor(2·level/5 + 2) · power · attack / defense) / 50) + 2, at most 997. */
u16 base_damage(u8 level, u8 power, u16 attack, u16 defense);
/* Own type × 1.5, twice the factors of the target's types, then roll (217-255) / 255; at least 1 unless a factor is 0. */
u16 final_damage(u16 damage, u8 own_type, u8 factor1, u8 factor2, u8 roll);
/* 0-255; 255 always hits, else a random byte must be below. accuracy in percent; 0 always hits. */
u8 hit_chance(u8 accuracy, u8 stage);
/* 1-255 of 255: how likely an orb (tenths of the rate) holds; status sleep doubles it, another one adds half. */
u8 catch_chance(u8 rate, u8 orb, u16 hp, u16 max_hp, u8 status);
/* How often the orb wobbles before it breaks (0-3), by how far the roll missed the chance. */
u8 catch_wobbles(u8 chance, u8 roll);
/* 0-255 of 256 for running away; 255 always. */
u8 flee_chance(u16 own_speed, u16 foe_speed, u8 attempts);
/* floor(floor(yield · level / 7) / sharers), of trainers half as much again; at least 1. */
u16 experience_yield(u8 yield, u8 level, u8 sharers, u8 from_trainer);
#endif
