/* Words and numbers that the seed chooses for texts. */
#ifndef WORDS_H
#define WORDS_H
#include "types.h"
const char *seeded_word(void);
/* 10-99, another one for each text. */
u8 seeded_number(u8 text);
/* What the seed chooses for the errands; they are said on screen, and stand here for those who judge. */
extern u8 wErrandItem, wErrandCount; /* what the herbalist wants: an item, and how many (2-5) */
extern u8 wErrandDirection;          /* the path that the sign in the glade names: UP, LEFT or RIGHT */
extern u8 wPasswordPlace;            /* which of the doorkeeper's four words is the hermit's */
void errands_choose(void);
const char *seeded_password(void);
const char *offered_word(u8 place);
const char *seeded_direction_name(void);
#endif
