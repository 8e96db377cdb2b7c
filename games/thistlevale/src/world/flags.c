/* Also compiled for the PC by tools/layout-check.c: keep it plain C. */
#include "world/flags.h"
#include "state.h"

/* Flags that wMilestones has, too. */
#define MILESTONES 7

u8 flag_get(u16 flag) { return (u8)((wEventFlags[flag >> 3] >> (flag & 7)) & 1); }
void flag_set(u16 flag) { wEventFlags[flag >> 3] |= (u8)(1 << (flag & 7)); }
void flag_clear(u16 flag) { wEventFlags[flag >> 3] &= (u8) ~(1 << (flag & 7)); }

void milestone_set(u8 bit) {
  if (bit == NONE) return;
  if (bit < MILESTONES) wMilestones |= (u8)(1 << bit);
  flag_set(bit);
}
