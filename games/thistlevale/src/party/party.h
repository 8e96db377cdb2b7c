/* Monsters: what one of them is, the party of six, and how they grow. */
#ifndef PARTY_H
#define PARTY_H
#include "data/data.h"

#define PARTY_SIZE 6

/* 40 bytes; memory-map.md gives the offsets, so the order matters to hosts and to saves. */
struct monster {
  u8 species; /* index into data/species.json */
  u8 level;
  u16 experience;
  u16 hp;
  u16 max_hp, attack, defense, speed, special;
  u8 status; /* enum status */
  u8 sleep;  /* turns of sleep that are left */
  u8 moves[MOVES]; /* NONE: no move */
  u8 pp[MOVES];
  u16 genes; /* four bits a stat: attack, defense, speed, special from bit 0 on */
  char nickname[NAME_LENGTH];
  u8 met_level;
};

extern u8 wPartyCount;
extern struct monster wPartyMons[PARTY_SIZE];

/* Makes a monster with genes from the random numbers of play and the last four moves of its level. */
void monster_make(struct monster *m, u8 species, u8 level) __banked;
/* Computes the stats anew after a change of level or species; what HP were missing stays missing. */
void monster_restat(struct monster *m) __banked;
/* Adds experience; levels are raised by monster_level_up. */
void monster_gain(struct monster *m, u16 experience) __banked;
/* Raises the level by one when the experience allows it; returns whether it did. */
u8 monster_level_up(struct monster *m) __banked;
/* Puts a move into the first free slot; returns 0 when four are known. 2: it was known before. */
u8 monster_learn(struct monster *m, u8 move) __banked;
/* Puts a move into a given slot. */
void monster_set_move(struct monster *m, u8 slot, u8 move) __banked;
/* Whether it evolves at its level. */
u8 monster_evolves(const struct monster *m) __banked;
/* Becomes its next species; a name that nobody chose changes too. */
void monster_evolve(struct monster *m) __banked;
/* How far it is from its level to the next one, in 64ths. */
u8 monster_progress(const struct monster *m) __banked;
/* Experience that is missing to the next level; 0 at the highest. */
u16 monster_missing(const struct monster *m) __banked;
/* Full HP and PP, no status. */
void monster_heal(struct monster *m) __banked;

/* A new monster joins: 1 in the party, 2 in the box, 0 no room. */
u8 party_give(u8 species, u8 level) __banked;
/* The same for one that is already made. */
u8 party_add(const struct monster *m) __banked;
/* Takes one out; those behind it move up. */
void party_remove(u8 at) __banked;
void party_swap(u8 a, u8 b) __banked;
void party_heal(void) __banked;
/* How many are able to fight. */
u8 party_fit(void) __banked;
#endif
