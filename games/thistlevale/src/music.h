/* Sound: short effects on the first square and the noise channel, tunes on the second square and the wave channel. */
#ifndef MUSIC_H
#define MUSIC_H
#include "types.h"
enum tune { MUSIC_TITLE, MUSIC_VALE, MUSIC_ENDING, MUSIC_BATTLE, MUSIC_VICTORY };
extern u8 music_now; /* the tune that plays */
void sound_on(void);
void music_play(u8 tune);
/* One frame of music; called by frame(). */
void music_update(void);
void sound_letter(void);
void sound_select(void);
void sound_cursor(void);
void sound_bump(void);
void sound_hop(void);
void sound_rustle(void);
void sound_door(void);
#endif
