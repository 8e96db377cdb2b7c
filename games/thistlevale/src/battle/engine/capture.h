#ifndef CAPTURE_H
#define CAPTURE_H
#include "types.h"
/* Throws an orb at the wild foe; 1 when it holds. The orb is taken out of the bag by whoever chose it. */
u8 capture(u8 item);
#endif
