/* Registers, named as in the Pan Docs. */
#ifndef HARDWARE_H
#define HARDWARE_H
#include "types.h"
#define REGISTER(address) (*(volatile u8 *)(address))
#define rP1 REGISTER(0xFF00)
#define rDIV REGISTER(0xFF04)
#define rIF REGISTER(0xFF0F)
#define rLCDC REGISTER(0xFF40)
#define rSTAT REGISTER(0xFF41)
#define rLY REGISTER(0xFF44)
#define rBGP REGISTER(0xFF47)
#define rOBP0 REGISTER(0xFF48)
#define rOBP1 REGISTER(0xFF49)
#define rVBK REGISTER(0xFF4F)
#define rIE REGISTER(0xFFFF)
#define rROMB REGISTER(0x2000)
#define rRAMG REGISTER(0x0000)
#define rRAMB REGISTER(0x4000)

/* LCD on, window map 9C00, tiles of the background at 8800, map 9800, 8×8 sprites on, background on. */
#define LCDC_ON 0xC3
#define LCDC_WINDOW 0x20

#define VRAM_SPRITES ((u8 *)0x8000)
#define VRAM_FONT ((u8 *)0x8800)
#define VRAM_MAP_TILES ((u8 *)0x9000)
#define VRAM_MAP ((u8 *)0x9800)
#define VRAM_WINDOW ((u8 *)0x9C00)
#endif
