/* The tunes as data; music.c plays them. */
#ifndef TUNES_H
#define TUNES_H
#include "types.h"
#define LOOP 255
struct tune {
  const u8 *melody;
  const u8 *bass;
  u8 beat; /* frames */
};
extern const struct tune tunes[]; /* by enum tune */
extern const u16 note_frequencies[48];
#endif
