/* Event flags: what has happened in the story. Their names stand in maps/flags.json; ids.h has FLAG_... for each. */
#ifndef FLAGS_H
#define FLAGS_H
#include "types.h"
#define EVENT_FLAG_BYTES 32
/* Bit n of byte n / 8 is flag n; flags 0-31 tell the story. */
extern u8 wEventFlags[EVENT_FLAG_BYTES];
u8 flag_get(u16 flag);
void flag_set(u16 flag);
void flag_clear(u16 flag);
#endif
