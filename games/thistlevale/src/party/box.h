/*
 * The box: monsters for whom the party has no room. It lies in battery RAM twice: as it is now, and as it was at the last
 * save, so that switching off without saving takes back what happened to it too.
 */
#ifndef BOX_H
#define BOX_H
#include "party/party.h"
#define BOX_SIZE 30

struct box {
  u8 count;
  struct monster mons[BOX_SIZE];
};

u8 box_count(void) __banked;
/* Returns 0 when the box is full. */
u8 box_add(const struct monster *m) __banked;
/* Copies one into work RAM. */
void box_look(u8 at, struct monster *m) __banked;
/* Takes one out; those behind it move up. */
void box_remove(u8 at) __banked;
/* A new game: empty. */
void box_clear(void) __banked;
/* Keeps the box as it is now with the save. */
void box_save(void) __banked;
/* Takes the box of the last save; an empty one where that is damaged. */
void box_load(void) __banked;
#endif
