/* People other than the player. */
#ifndef PERSON_H
#define PERSON_H
#include "state.h"
extern u8 person_slot[MAX_PERSONS]; /* which loaded pictures */
extern u16 person_talk[MAX_PERSONS];  /* see TALK_SCRIPT in world.h */
extern u8 person_sight[MAX_PERSONS]; /* how many blocks a trainer sees; 0: no trainer */
extern u8 person_flag[MAX_PERSONS];  /* set when the trainer is beaten */
#define PERSON_AWAY 200               /* place of persons who are not there */
#define GENERATED_SPOT 240            /* columns from here on: a spot of the map's generator */
/* Places the people of a map; runs in BANK_WORLD with the list there. */
void persons_load(const u8 *list);
/* One frame of everybody's life. */
void persons_update(void);
/* Who stands at (or is walking onto) a block, or NONE. */
u8 person_at(u8 x, u8 y);
/* One frame of one person who is under way. */
void person_advance(u8 i);
#endif
