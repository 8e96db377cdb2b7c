/* Small signs beside texts: bars, types and states. In a battle they are there already, elsewhere they are loaded. */
#ifndef SIGNS_H
#define SIGNS_H
#include "party/party.h"
/* Before a menu that shows them. */
void signs_load(void);
/* The tile of a sign of battle_art.h: of the bar of HP or of a type. */
u8 sign(u8 tile);
/* The bar with its word and its end: nine cells. */
void hp_bar_draw(u8 *cell, const struct monster *m);
/* SLP and so on; three blanks for none. */
void state_draw(u8 *cell, const struct monster *m);
/* The signs of a species' types: two cells. Loads `species`. */
void types_draw(u8 *cell, u8 number);
#endif
