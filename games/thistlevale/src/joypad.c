#include "joypad.h"
#include "hardware.h"

u8 joy_held;
u8 joy_pressed;

void joypad_read(void) {
  u8 before = joy_held;
  u8 keys;
  /* The lines need a moment to settle after a group is selected: read more than once. */
  rP1 = 0x20;
  keys = rP1;
  keys = rP1;
  joy_held = (u8)((u8)(~keys & 15) << 4);
  rP1 = 0x10;
  keys = rP1;
  keys = rP1;
  keys = rP1;
  keys = rP1;
  joy_held |= (u8)(~keys & 15);
  rP1 = 0x30;
  joy_pressed = joy_held & (u8)~before;
}
