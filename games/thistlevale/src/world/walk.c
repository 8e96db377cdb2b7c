#include "world/walk.h"
#include "map.h"
#include "music.h"
#include "person.h"
#include "sprite.h"
#include "state.h"
#include "step.h"
#include "text.h"
#include "video.h"
#include "world/flags.h"

/* Sprites beside those of sprites_draw(): the last two of the machine's 40. */
#define BUBBLE_SPRITE 38
#define BUBBLE_FRAMES 40

void person_walk(u8 person, u8 dir, u8 steps) __banked {
  wPersonDir[person] = dir;
  for (; steps; steps--) {
    wPersonX[person] = (u8)(wPersonX[person] + step_x[dir]);
    wPersonY[person] = (u8)(wPersonY[person] + step_y[dir]);
    wPersonWalk[person] = 16;
    do {
      wPersonWalk[person]--;
      sprites_draw();
      frame();
    } while (wPersonWalk[person]);
  }
}

/* Steps between a person and the player along the way the person looks; 0: not in line, or something between. */
static u8 steps_to_player(u8 person) {
  u8 x = wPersonX[person], y = wPersonY[person], dir = wPersonDir[person];
  u8 left = person_sight[person];
  u8 steps = 0, class;
  for (; left; left--) {
    x = (u8)(x + step_x[dir]);
    y = (u8)(y + step_y[dir]);
    steps++;
    if (x == wPlayerX && y == wPlayerY) return steps;
    class = class_at(x, y);
    if ((class != CELL_FLOOR && class != CELL_GRASS) || person_at(x, y) != NONE) return 0;
  }
  return 0;
}

/* An exclamation mark over the head. */
static void show_surprise(u8 person) {
  i8 dx = (i8)(wPersonX[person] - wPlayerX);
  i8 dy = (i8)(wPersonY[person] - wPlayerY);
  sound_hop();
  sprite_put(BUBBLE_SPRITE, (u8)(68 + dx * 16), (u8)(52 + dy * 16), TILE_FONT + '!', 0);
  frames(BUBBLE_FRAMES);
  sprite_put(BUBBLE_SPRITE, 0, 240, 0, 0);
}

u8 trainer_sees(void) __banked {
  u8 i, steps;
  for (i = 0; i != wNumPersons; i++) {
    if (person_sight[i] == 0 || flag_get(person_flag[i]) || wPersonX[i] == PERSON_AWAY) continue;
    steps = steps_to_player(i);
    if (steps == 0) continue;
    wSceneActive = 1; /* until the talk that follows is over */
    sprites_draw();
    frame();
    show_surprise(i);
    person_walk(i, wPersonDir[i], (u8)(steps - 1));
    wPlayerDir = wPersonDir[i] ^ 1;
    sprites_draw();
    frame();
    return i;
  }
  return NONE;
}
