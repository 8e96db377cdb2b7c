#include "player.h"
#include "ids.h"
#include "joypad.h"
#include "map.h"
#include "music.h"
#include "person.h"
#include "sprite.h"
#include "state.h"
#include "step.h"
#include "view.h"

#define STEP_FRAMES 16
#define HOP_FRAMES 32
#define BUMP_FRAMES 16
#define RUSTLE_FRAMES 10

u8 player_arrived;
static u8 bump_wait;
static u8 rustling;

/* Height above the ground over the 32 frames of a hop, by pairs of frames left. */
static const u8 hop_arc[16] = {1, 3, 5, 7, 8, 9, 10, 11, 11, 11, 10, 9, 8, 6, 4, 2};

u8 player_front_x(void) { return (u8)(wPlayerX + step_x[wPlayerDir]); }
u8 player_front_y(void) { return (u8)(wPlayerY + step_y[wPlayerDir]); }

static u8 can_stand(u8 x, u8 y) {
  u8 class = class_at(x, y);
  return (class == CELL_FLOOR || class == CELL_DOOR || class == CELL_GRASS || class == CELL_GATE) && person_at(x, y) == NONE;
}

/* Leaving the map is allowed only where a neighbour joins. */
static u8 is_outside(u8 x, u8 y) {
  if (x == 255) return map_joins[WEST_SIDE].map == NONE;
  if (x >= wMapWidth) return map_joins[EAST_SIDE].map == NONE;
  if (y == 255) return map_joins[NORTH_SIDE].map == NONE;
  if (y >= wMapHeight) return map_joins[SOUTH_SIDE].map == NONE;
  return 0;
}

static void begin(u8 frames) {
  if (rustling) view_patch(block_at(wPlayerX, wPlayerY));
  rustling = 0;
  wPlayerX = player_front_x();
  wPlayerY = player_front_y();
  wWalkCounter = frames;
  view_step(wPlayerDir);
  if (frames == STEP_FRAMES && class_at(wPlayerX, wPlayerY) == CELL_GRASS) {
    view_patch(BLOCK_OUTDOOR_RUSTLE);
    rustling = RUSTLE_FRAMES;
    sound_rustle();
  }
}

static void bump(void) {
  if (bump_wait) return;
  bump_wait = BUMP_FRAMES;
  wBumpCount++;
  sound_bump();
}

static void try_step(u8 dir) {
  u8 x, y;
  if (dir != wPlayerDir) bump_wait = 0;
  wPlayerDir = dir;
  x = player_front_x();
  y = player_front_y();
  if (dir == DOWN && class_at(x, y) == CELL_LEDGE && can_stand(x, (u8)(y + 1))) {
    begin(HOP_FRAMES);
    sound_hop();
  } else if (!is_outside(x, y) && can_stand(x, y)) {
    begin(STEP_FRAMES);
  } else {
    bump();
  }
}

static void advance(void) {
  wWalkCounter--;
  /* A hop is two blocks: the second one is entered half way. */
  if (wWalkCounter == STEP_FRAMES && hop_height) {
    wPlayerY++;
    view_step(DOWN);
  }
  hop_height = hop_height ? hop_arc[wWalkCounter >> 1] : 0;
  view_scroll(wPlayerDir, wWalkCounter > STEP_FRAMES ? (u8)(wWalkCounter - STEP_FRAMES) : wWalkCounter);
  if (wWalkCounter) return;
  hop_height = 0;
  wStepCount++;
  player_arrived = 1;
}

void player_update(void) {
  player_arrived = 0;
  if (bump_wait) bump_wait--;
  if (rustling && --rustling == 0) view_patch(block_at(wPlayerX, wPlayerY));
  if (wWalkCounter == 0) {
    if (joy_held & BUTTON_DOWN) try_step(DOWN);
    else if (joy_held & BUTTON_UP) try_step(UP);
    else if (joy_held & BUTTON_LEFT) try_step(LEFT);
    else if (joy_held & BUTTON_RIGHT) try_step(RIGHT);
    else bump_wait = 0;
    if (wWalkCounter == HOP_FRAMES) hop_height = 1;
  }
  if (wWalkCounter) advance();
}
