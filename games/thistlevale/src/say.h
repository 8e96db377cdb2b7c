/* Sentences put together from parts: the parts may lie in any bank, the sentence lies in work RAM. */
#ifndef SAY_H
#define SAY_H
#include "types.h"
#define SAY_LENGTH 80
extern char say_text[SAY_LENGTH];
/* Begins an empty sentence / adds a part (of the caller's bank or of RAM) / a number. */
void say_begin(void);
void say_add(const char *part);
void say_add_number(u16 number);
/* Breaks the sentence into lines of 18 letters at its spaces. */
void say_wrap(void);
#endif
