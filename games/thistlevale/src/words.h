/* Words and numbers that the seed chooses for texts. */
#ifndef WORDS_H
#define WORDS_H
#include "types.h"
const char *seeded_word(void);
/* 10-99, another one for each text. */
u8 seeded_number(u8 text);
/* The password that the hermit tells; the doorkeeper offers four words, it is the one at seeded_place(). */
const char *seeded_password(void);
u8 seeded_place(void);
const char *offered_word(u8 place);
/* What the herbalist's errand asks for: the first thing's item plus 0-3, and how many (2-5). */
u8 seeded_thing(void);
u8 seeded_count(void);
/* The path that the sign in the glade names: UP, LEFT or RIGHT. */
u8 seeded_direction(void);
const char *seeded_direction_name(void);
#endif
