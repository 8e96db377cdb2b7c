/* Words and numbers that the seed chooses for texts. */
#ifndef WORDS_H
#define WORDS_H
#include "types.h"
const char *seeded_word(void);
/* 10-99, another one for each text. */
u8 seeded_number(u8 text);
#endif
