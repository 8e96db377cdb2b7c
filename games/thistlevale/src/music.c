#include "music.h"
#include "hardware.h"

#define SOUND(n) REGISTER(0xFF00 + (n))

void sound_on(void) {
  SOUND(0x26) = 0x80;
  SOUND(0x24) = 0x55;
  SOUND(0x25) = 0xFF;
}

/* First square channel: sweep, duty and length, envelope, frequency. */
static void square(u8 sweep, u8 duty, u8 envelope, u16 frequency) {
  SOUND(0x10) = sweep;
  SOUND(0x11) = duty;
  SOUND(0x12) = envelope;
  SOUND(0x13) = (u8)frequency;
  SOUND(0x14) = (u8)(0xC0 | (frequency >> 8));
}

static void noise(u8 length, u8 envelope, u8 pitch) {
  SOUND(0x20) = length;
  SOUND(0x21) = envelope;
  SOUND(0x22) = pitch;
  SOUND(0x23) = 0xC0;
}

void sound_letter(void) { square(0, 0x7A, 0x31, 0x6E0); }
void sound_select(void) { square(0x16, 0xB0, 0x82, 0x70A); }
void sound_cursor(void) { square(0, 0xB8, 0x61, 0x740); }
void sound_bump(void) { square(0x1D, 0xA8, 0x91, 0x3A0); }
void sound_hop(void) { square(0x15, 0x80, 0x83, 0x5C0); }
void sound_rustle(void) { noise(0x30, 0x51, 0x33); }
void sound_door(void) { noise(0x20, 0x92, 0x55); }

void music_play(u8 tune) { (void)tune; }
void music_update(void) {}
