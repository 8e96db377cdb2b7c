/* The party on the whole screen. */
#ifndef PARTY_MENU_H
#define PARTY_MENU_H
#include "types.h"
enum party_purpose { PARTY_LOOK, PARTY_SWITCH, PARTY_NEXT, PARTY_USE };
/* Lets the player choose a member; NONE: backed out (never for PARTY_NEXT). The window stays as it is. */
u8 party_choose(u8 purpose) __banked;
/* The party of the start menu: summaries and order. */
void party_run(void) __banked;
#endif
