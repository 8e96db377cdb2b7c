/* ROM banks. Bank 0 is always visible; the others share 0x4000-0x7FFF. */
#ifndef BANKS_H
#define BANKS_H
#include "types.h"
#define BANK_SCREENS 1 /* code of title, menu, save, ending */
#define BANK_ART 2
#define BANK_PEOPLE 41
#define BANK_WORLD 3 /* lists of the maps and the code that reads them */
#define BANK_PICTURES 4
#define BANK_TEXTS 5
#define BANK_GRIDS 7

/* The bank that is visible now; lives in high RAM so that the banked call can reach it quickly. */
#define current_bank (*(volatile u8 *)0xFF80)

/* Makes a bank visible; call it from bank 0 only. Returns the bank that was visible before. */
u8 bank_switch(u8 bank);
/* Copies from a bank that need not be visible. */
void bank_copy(u8 *to, const u8 *from, u16 size, u8 bank);
/* The same into video memory while the picture is on: about 260 bytes a frame. */
void bank_put(u8 *to, const u8 *from, u16 size, u8 bank);
/* Copies memory; size 0 copies nothing. */
void copy(u8 *to, const u8 *from, u16 size) __sdcccall(0);
void fill(u8 *to, u8 value, u16 size) __sdcccall(0);
#endif
