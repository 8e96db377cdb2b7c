#include "person.h"
#include "map.h"
#include "person_private.h"
#include "rng.h"
#include "step.h"
#include "world.h"

u8 person_slot[MAX_PERSONS], person_sight[MAX_PERSONS], person_flag[MAX_PERSONS];
u16 person_talk[MAX_PERSONS];
u8 person_behaviour[MAX_PERSONS], person_radius[MAX_PERSONS], person_timer[MAX_PERSONS];
u8 person_home_x[MAX_PERSONS], person_home_y[MAX_PERSONS];

u8 person_at(u8 x, u8 y) {
  u8 i;
  for (i = 0; i != wNumPersons; i++)
    if (wPersonX[i] == x && wPersonY[i] == y) return i;
  return NONE;
}

void person_advance(u8 i) {
  if (wPersonWalk[i]) wPersonWalk[i]--;
}

static u8 distance(u8 a, u8 b) { return a > b ? (u8)(a - b) : (u8)(b - a); }

/* People walk on open ground only: never into doors, so that they block no way in. */
static void wander(u8 i) {
  u8 dir = random() & 3;
  u8 x = (u8)(wPersonX[i] + step_x[dir]);
  u8 y = (u8)(wPersonY[i] + step_y[dir]);
  u8 class = class_at(x, y);
  wPersonDir[i] = dir;
  if (class != CELL_FLOOR && class != CELL_GRASS) return;
  if (x >= wMapWidth || y >= wMapHeight) return;
  if (distance(x, person_home_x[i]) > person_radius[i] || distance(y, person_home_y[i]) > person_radius[i]) return;
  if ((x == wPlayerX && y == wPlayerY) || person_at(x, y) != NONE) return;
  wPersonX[i] = x;
  wPersonY[i] = y;
  wPersonWalk[i] = 16;
}

void persons_update(void) {
  u8 i;
  for (i = 0; i != wNumPersons; i++) {
    if (wPersonWalk[i]) {
      wPersonWalk[i]--;
      continue;
    }
    if (--person_timer[i]) continue;
    person_timer[i] = (u8)(48 + (random() & 127));
    if (wPersonX[i] == PERSON_AWAY) continue;
    if (person_behaviour[i] == WANDER) wander(i);
    else if (person_behaviour[i] == LOOK) wPersonDir[i] = random() & 3;
  }
}
