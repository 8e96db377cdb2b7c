/*
 * Proves for every seed that the chapter can be finished. Built for the PC from the same layout.c, person_load.c and
 * map data as the ROM (tools/layout-check.js); prints what it proved, or the first seed and place that fails.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "ids.h"
#include "layout.h"
#include "map.h"
#include "person.h"
#include "rng.h"
#include "state.h"
#include "world.h"

#define MAPS 7
#define SIDE 40

u16 wSeed, wRng;
u8 wCurMap, wNumPersons;
u8 wPersonX[MAX_PERSONS], wPersonY[MAX_PERSONS], wPersonDir[MAX_PERSONS], wPersonSprite[MAX_PERSONS], wPersonWalk[MAX_PERSONS];
u8 person_slot[MAX_PERSONS], person_text[MAX_PERSONS], person_behaviour[MAX_PERSONS], person_radius[MAX_PERSONS];
u8 person_timer[MAX_PERSONS], person_home_x[MAX_PERSONS], person_home_y[MAX_PERSONS];
u8 map_people[4];

void copy(u8 *to, const u8 *from, u16 size) { memcpy(to, from, size); }
void fill(u8 *to, u8 value, u16 size) { memset(to, value, size); }

extern const u8 outdoor_block_classes[], indoor_block_classes[];

static u8 classes[SIDE][SIDE];
static int width, height;

static void fail(const char *what, int x, int y) {
  printf("seed %u, map %u: %s at (%d, %d)\n", wSeed, wCurMap, what, x, y);
  for (int row = 0; row < height; row++, putchar('\n'))
    for (int column = 0; column < width; column++) putchar(" .#D\"_PSG"[classes[row][column]]);
  exit(1);
}

/* The map as the player finds it: people stand where the seed puts them and count as walls. */
static void load(u8 map) {
  const u8 *table = maps[map].tileset == 0 ? outdoor_block_classes : indoor_block_classes;
  wCurMap = map;
  width = maps[map].width;
  height = maps[map].height;
  layout_generate(map);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++) classes[y][x] = table[layout[y * width + x]];
  persons_load(maps[map].persons);
  for (int i = 0; i < wNumPersons; i++) {
    u8 *at = &classes[wPersonY[i]][wPersonX[i]];
    if (*at != CELL_FLOOR && *at != CELL_GRASS) fail("a person stands on an obstacle", wPersonX[i], wPersonY[i]);
    *at = CELL_PERSON;
  }
}

static int is_open(int x, int y) {
  if (x < 0 || y < 0 || x >= width || y >= height) return 0;
  u8 class = classes[y][x];
  return class == CELL_FLOOR || class == CELL_GRASS || class == CELL_DOOR || class == CELL_GATE;
}

/* Where one step from a block leads; 0 when it is blocked. A ledge leads two blocks south. */
static int step(int x, int y, int dir, int *to_x, int *to_y) {
  static const int dx[] = {0, 0, -1, 1}, dy[] = {1, -1, 0, 0};
  *to_x = x + dx[dir];
  *to_y = y + dy[dir];
  if (dir == DOWN && *to_y < height && classes[*to_y][*to_x] == CELL_LEDGE) ++*to_y;
  return is_open(*to_x, *to_y);
}

/* Marks all blocks reached from one block; doors and gates end a way. */
static void flood(u8 reached[SIDE][SIDE], int x, int y) {
  static int stack[SIDE * SIDE][2];
  int size = 0;
  memset(reached, 0, SIDE * SIDE);
  if (!is_open(x, y)) fail("the way begins on an obstacle", x, y);
  reached[y][x] = 1;
  stack[size][0] = x;
  stack[size++][1] = y;
  while (size) {
    x = stack[--size][0];
    y = stack[size][1];
    if (classes[y][x] == CELL_DOOR || classes[y][x] == CELL_GATE) continue;
    for (int dir = 0; dir < 4; dir++) {
      int to_x, to_y;
      if (!step(x, y, dir, &to_x, &to_y) || reached[to_y][to_x]) continue;
      reached[to_y][to_x] = 1;
      stack[size][0] = to_x;
      stack[size++][1] = to_y;
    }
  }
}

static void require(u8 reached[SIDE][SIDE], int x, int y, const char *what) {
  if (!reached[y][x]) fail(what, x, y);
}

/* From the place where the map is first entered every warp, every sign's front and every person can be reached. */
static void check_from(u8 reached[SIDE][SIDE], int x, int y) {
  flood(reached, x, y);
  const u8 *w = maps[wCurMap].warps + 1;
  for (int i = maps[wCurMap].warps[0]; i; i--, w += 7) require(reached, w[0], w[1], "a warp cannot be reached");
  const u8 *s = maps[wCurMap].signs + 1;
  for (int i = maps[wCurMap].signs[0]; i; i--, s += 4)
    if (classes[s[1]][s[0]] == CELL_SIGN) require(reached, s[0], s[1] + 1, "a sign cannot be read");
  if (maps[wCurMap].north.map != NONE && !reached[0][9] && !reached[0][10]) fail("the way north is closed", 9, 0);
  for (int i = 0; i < wNumPersons; i++) {
    int px = wPersonX[i], py = wPersonY[i];
    if (!reached[py - 1][px] && !reached[py + 1][px] && !reached[py][px - 1] && !reached[py][px + 1])
      fail("a person cannot be reached", px, py);
  }
}

/* Without ledges every way can be walked back: what one entry reaches, all entries that it reaches do. */
static void check_rooms(u8 map) {
  static u8 reached[SIDE][SIDE];
  int known = 0;
  const u8 *s = maps[map].starts + 1;
  for (int i = maps[map].starts[0]; i; i--, s += 2) {
    if (known++) require(reached, s[0], s[1], "a start is cut off");
    else check_from(reached, s[0], s[1]);
  }
  for (u8 from = 0; from < MAPS; from++) {
    const u8 *w = maps[from].warps + 1;
    for (int i = maps[from].warps[0]; i; i--, w += 7) {
      if (w[2] != map) continue;
      if (known++) require(reached, w[3], w[4], "an entry is cut off");
      else check_from(reached, w[3], w[4]);
    }
  }
}

/* No trap: from every block that was reached, the gate can still be reached, though hops cannot be undone. */
static void check_no_trap(u8 reached[SIDE][SIDE], int gate_x, int gate_y) {
  static u8 good[SIDE][SIDE];
  static int stack[SIDE * SIDE][2];
  int size = 0;
  memset(good, 0, sizeof good);
  good[gate_y][gate_x] = 1;
  stack[size][0] = gate_x;
  stack[size++][1] = gate_y;
  while (size) {
    int x = stack[--size][0], y = stack[size][1];
    /* Backwards: who comes here with one step, or with a hop from two rows above? */
    const int from[5][3] = {{x, y - 1, DOWN}, {x, y - 2, DOWN}, {x, y + 1, UP}, {x + 1, y, LEFT}, {x - 1, y, RIGHT}};
    for (int i = 0; i < 5; i++) {
      int from_x = from[i][0], from_y = from[i][1], to_x, to_y;
      if (!is_open(from_x, from_y) || good[from_y][from_x]) continue;
      if (!step(from_x, from_y, from[i][2], &to_x, &to_y) || to_x != x || to_y != y) continue;
      good[from_y][from_x] = 1;
      stack[size][0] = from_x;
      stack[size++][1] = from_y;
    }
  }
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      if (reached[y][x] && !good[y][x]) fail("there is no way back to the gate", x, y);
}

int main(void) {
  static u8 reached[SIDE][SIDE];
  for (unsigned seed = 0; seed < 65536; seed++) {
    wSeed = (u16)seed;
    for (u8 map = 0; map < MAPS; map++) {
      load(map);
      if (map != MAP_LANE) check_rooms(map);
    }
    check_from(reached, 9, height - 1);
    require(reached, 10, height - 1, "half of the way is cut off");
    check_no_trap(reached, maps[MAP_LANE].warps[1], maps[MAP_LANE].warps[2]);
  }
  puts("65536 seeds can be finished");
  return 0;
}
