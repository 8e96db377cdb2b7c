/* Wild monsters. In the bank of world/. */
#ifndef ENCOUNTER_H
#define ENCOUNTER_H
#include "types.h"
/* Whether something wild shows itself after the step that has just ended; it is met_species at met_level then. */
u8 encounter_step(void) __banked;
extern u8 met_species, met_level;
extern u8 wRepelSteps; /* steps for which wild monsters stay away */
#endif
