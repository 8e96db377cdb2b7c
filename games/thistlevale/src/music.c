#include "music.h"
#include "hardware.h"
#include "tunes.h"

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

/* One voice of a tune: where it is, and how long the note still lasts. */
struct voice {
  const u8 *start;
  const u8 *at;
  u8 wait;
};
static struct voice melody, bass;
static u8 beat;

static void begin(struct voice *voice, const u8 *notes) {
  voice->start = notes;
  voice->at = notes;
  voice->wait = 1;
}

/* Triangle for the wave channel: a soft bass. */
static const u8 triangle[16] = {0x01, 0x23, 0x45, 0x67, 0x89, 0xAB, 0xCD, 0xEF, 0xFE, 0xDC, 0xBA, 0x98, 0x76, 0x54, 0x32, 0x10};

u8 music_now;

void music_play(u8 tune) {
  u8 i;
  music_now = tune;
  SOUND(0x1A) = 0;
  for (i = 0; i != 16; i++) SOUND(0x30 + i) = triangle[i];
  beat = tunes[tune].beat;
  begin(&melody, tunes[tune].melody);
  begin(&bass, tunes[tune].bass);
}

/* Advances a voice by a frame; returns the note that begins now, or NONE. */
static u8 next_note(struct voice *voice) {
  u8 note, length;
  if (voice->start == 0 || --voice->wait) return NONE;
  if (*voice->at == LOOP) voice->at = voice->start;
  note = *voice->at++;
  for (length = *voice->at++; length; length--) voice->wait += beat;
  return note;
}

static void play_melody(u8 note) {
  u16 frequency = note_frequencies[note - 1];
  SOUND(0x16) = 0x80;
  SOUND(0x17) = 0x74;
  SOUND(0x18) = (u8)frequency;
  SOUND(0x19) = (u8)(0x80 | (frequency >> 8));
}

/* The wave channel sounds an octave lower than the squares do with the same frequency word, as a bass should. */
static void play_bass(u8 note) {
  u16 frequency = note_frequencies[note - 1];
  SOUND(0x1A) = 0x80;
  SOUND(0x1C) = 0x40;
  SOUND(0x1D) = (u8)frequency;
  SOUND(0x1E) = (u8)(0x80 | (frequency >> 8));
}

void music_update(void) {
  u8 note = next_note(&melody);
  if (note != NONE && note) play_melody(note);
  note = next_note(&bass);
  if (note == 0) SOUND(0x1A) = 0;
  else if (note != NONE) play_bass(note);
}
