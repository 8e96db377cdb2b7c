/* Buttons, read once a frame. */
#ifndef JOYPAD_H
#define JOYPAD_H
#include "types.h"
enum { BUTTON_A = 1, BUTTON_B = 2, BUTTON_SELECT = 4, BUTTON_START = 8, BUTTON_RIGHT = 16, BUTTON_LEFT = 32, BUTTON_UP = 64, BUTTON_DOWN = 128 };
extern u8 joy_held;    /* down now */
extern u8 joy_pressed; /* down now, up a frame ago */
void joypad_read(void);
#endif
