/* The words of battles. */
#ifndef MESSAGES_H
#define MESSAGES_H
#include "battle/show.h"
/* Puts the name that say_side stands for into the sentence. */
void add_name(u8 side);
#endif
