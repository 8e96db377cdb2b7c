/* What flies through a battle, drawn with sprites. */
#ifndef THROW_H
#define THROW_H
#include "types.h"
/* Loads the pictures; before a battle, with the LCD off or on. */
void throw_load(void);
/* Things of a move's type fall onto a side. */
void throw_type(u8 side, u8 type);
/* An orb flies to the foe, takes it in and wobbles. */
void throw_orb(u8 item, u8 wobbles);
void throw_end(void);
#endif
