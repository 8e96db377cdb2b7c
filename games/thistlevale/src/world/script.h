/* Runs the scripts of persons, signs and places. In the bank of the scripts (tools/toolchain.js). */
#ifndef SCRIPT_H
#define SCRIPT_H
#include "types.h"
enum script_end {
  SCRIPT_DONE,
  SCRIPT_WARPED, /* wCurMap and the player's place were changed: the map must be entered */
  SCRIPT_LOST,   /* a battle was lost */
  SCRIPT_STORY_ENDED
};
/* self: the person who is being talked to, or NONE. */
u8 script_run(u16 script, u8 self) __banked;
extern const u8 *const scripts[];
#endif
