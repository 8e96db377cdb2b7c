/* Choosing a name letter by letter. */
#ifndef NAMING_H
#define NAMING_H
#include "data/data.h"
extern char wPlayerName[NAME_LENGTH];
/*
 * Lets the player write up to ten letters into name, which holds what an empty answer stands for. say_text is the title.
 * Takes the whole window and leaves it as it is.
 */
void naming_run(char *name) __banked;
#endif
