/* The doorkeeper's question. In the bank of world/. */
#ifndef ASK_H
#define ASK_H
#include "types.h"
/* Lets the player choose among four words; returns whether it was the password. */
u8 password_ask(void) __banked;
#endif
