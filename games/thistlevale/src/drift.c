#include "drift.h"
#include "sprite.h"
#include "state.h"

#define SEEDS 9

/* Position follows from the frame counter alone: nothing to initialise, nothing to save. */
void drift_update(void) {
  static const u8 sway[16] = {0, 1, 2, 3, 4, 4, 4, 3, 2, 1, 0, 0, 0, 0, 0, 0};
  u8 i, x, y;
  u8 time = (u8)(wFrameCounter >> 1);
  for (i = 0; i != SEEDS; i++) {
    x = (u8)(time + i * 29u);
    if (i & 1) x = (u8)(x + (time >> 1));
    y = (u8)(16 + i * 13 - (x >> 3) + sway[(u8)((time >> 2) + i * 5) & 15]);
    sprite_put(i, (u8)(x - 8), y, (u8)(EFFECT_TILE + 1 + (i % 3)), 7);
  }
}
