/* A monster changes into its next species. */
#ifndef EVOLUTION_H
#define EVOLUTION_H
#include "types.h"
/* The scene on the battle's screen; holding B stops it. */
void evolution_run(u8 place);
#endif
