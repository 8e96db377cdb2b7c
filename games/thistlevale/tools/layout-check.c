/*
 * Proves for every seed that no map has a dead end. Built for the PC from the same layout.c, generators.c, person_load.c
 * and map data as the ROM (tools/layout-check.js); prints what it proved, or the first seed and place that fails.
 *
 * Every map is looked at twice: as it is at the beginning (guards stand, doors are locked) and as it is when every flag is
 * set. At the end everything can be reached from everywhere and no step leads into a trap; at the beginning everything but
 * what a guard guards, and what he guards truly cannot be reached.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "check_places.h"
#include "ids.h"
#include "layout.h"
#include "map.h"
#include "person.h"
#include "rng.h"
#include "state.h"
#include "world.h"
#include "world/flags.h"
#include "world/generators.h"

#define SIDE 40
#define EVENT_FLAGS_SET 0xFF

u16 wSeed, wRng;
u8 wCurMap, wNumPersons, wMilestones;
u8 wPersonX[MAX_PERSONS], wPersonY[MAX_PERSONS], wPersonDir[MAX_PERSONS], wPersonSprite[MAX_PERSONS], wPersonWalk[MAX_PERSONS];
u8 person_slot[MAX_PERSONS], person_behaviour[MAX_PERSONS], person_radius[MAX_PERSONS];
u8 person_sight[MAX_PERSONS], person_flag[MAX_PERSONS];
u16 person_talk[MAX_PERSONS];
u8 person_timer[MAX_PERSONS], person_home_x[MAX_PERSONS], person_home_y[MAX_PERSONS];
u8 map_people[4];
u8 wEventFlags[EVENT_FLAG_BYTES];

void copy(u8 *to, const u8 *from, u16 size) { memcpy(to, from, size); }
void fill(u8 *to, u8 value, u16 size) { memset(to, value, size); }
void bank_copy(u8 *to, const u8 *from, u16 size, u8 bank) {
  (void)bank;
  memcpy(to, from, size);
}

typedef u8 marks[SIDE][SIDE];
static u8 classes[SIDE][SIDE];
static int width, height, at_end;

static void fail(const char *what, int x, int y) {
  printf("seed %u, map %u %s: %s at (%d, %d)\n", wSeed, wCurMap, at_end ? "at the end" : "at the beginning", what, x, y);
  for (int row = 0; row < height; row++, putchar('\n'))
    for (int column = 0; column < width; column++) putchar(" .#D\"_PSG"[classes[row][column]]);
  exit(1);
}

/* The generator has found a place for everyone whom the map puts onto one of its spots. */
static void check_spots(void) {
  const u8 *p = maps[wCurMap].persons + 1;
  for (int i = 0; i < wNumPersons; i++, p += 11 + p[10] * 2)
    for (int n = 0; n < p[10]; n++) {
      u8 x = p[11 + n * 2];
      if (x >= GENERATED_SPOT && spot_x[x - GENERATED_SPOT] == NONE) fail("a maze lacks a spot for person", i, x);
    }
}

/* The map as the player finds it: people stand where the seed puts them and count as walls. */
static void load(u8 map) {
  const u8 *table = block_classes[maps[map].tileset];
  wCurMap = map;
  memset(wEventFlags, at_end ? EVENT_FLAGS_SET : 0, sizeof wEventFlags);
  width = maps[map].width;
  height = maps[map].height;
  if (!at_end || depends_on_flags[map]) layout_generate(map);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++) classes[y][x] = table[layout[y * width + x]];
  memcpy(map_people, maps[map].people, sizeof map_people);
  persons_load(maps[map].persons);
  check_spots();
  for (int i = 0; i < wNumPersons; i++) {
    if (wPersonX[i] == PERSON_AWAY) continue;
    u8 *at = &classes[wPersonY[i]][wPersonX[i]];
    if (*at != CELL_FLOOR && *at != CELL_GRASS) fail("a person stands on an obstacle", wPersonX[i], wPersonY[i]);
    *at = CELL_PERSON;
  }
}

static int inside(int x, int y) { return x >= 0 && y >= 0 && x < width && y < height; }

static int is_open(int x, int y) {
  if (!inside(x, y)) return 0;
  u8 class = classes[y][x];
  return class == CELL_FLOOR || class == CELL_GRASS || class == CELL_DOOR || class == CELL_GATE;
}

/* Where one step from a block leads; 0 when it is blocked. A ledge leads two blocks south. */
static int step(int x, int y, int dir, int *to_x, int *to_y) {
  static const int dx[] = {0, 0, -1, 1}, dy[] = {1, -1, 0, 0};
  *to_x = x + dx[dir];
  *to_y = y + dy[dir];
  if (dir == DOWN && inside(*to_x, *to_y) && classes[*to_y][*to_x] == CELL_LEDGE) ++*to_y;
  return is_open(*to_x, *to_y);
}

static int stack[SIDE * SIDE][2];

/* Marks all blocks that are reached from those that are marked; doors and gates end a way. */
static void flood(marks reached) {
  int size = 0;
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      if (reached[y][x]) stack[size][0] = x, stack[size++][1] = y;
  while (size) {
    int x = stack[--size][0], y = stack[size][1];
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

/* Marks all blocks from which a marked one can be reached. */
static void flood_back(marks good) {
  int size = 0;
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      if (good[y][x]) stack[size][0] = x, stack[size++][1] = y;
  while (size) {
    int x = stack[--size][0], y = stack[size][1];
    /* Who comes here with one step, or with a hop from two rows above? */
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
}

/* Whether a guard who is there at the beginning forbids a place. */
static int is_guarded(int x, int y) {
  for (unsigned i = 0; i < sizeof guarded / sizeof guarded[0]; i++)
    if (guarded[i][0] == wCurMap && guarded[i][1] == x && guarded[i][2] == y) return 1;
  return 0;
}

static void require(marks reached, int x, int y, const char *what) {
  if (!at_end && is_guarded(x, y)) {
    if (reached[y][x]) fail("what a guard guards is open", x, y);
  } else if (!reached[y][x]) {
    fail(what, x, y);
  }
}

/* Signs proper, and whatever else runs a script (bushes, locked doors, machines). Furniture may stand in corners. */
static void check_signs(marks reached) {
  const u8 *s = maps[wCurMap].signs + 1;
  for (int i = maps[wCurMap].signs[0]; i; i--, s += 5) {
    int x = s[0], y = s[1];
    int matters = classes[y][x] == CELL_SIGN || (s[3] << 8 & TALK_SCRIPT);
    if (is_open(x, y) || !matters) continue;
    int near = 0;
    const int around[4][2] = {{x, y + 1}, {x, y - 1}, {x - 1, y}, {x + 1, y}};
    for (int side = 0; side < 4; side++)
      if (inside(around[side][0], around[side][1]) && reached[around[side][1]][around[side][0]]) near = 1;
    if (!near) fail("a sign cannot be read", x, y);
  }
}

static void check_persons(marks reached) {
  for (int i = 0; i < wNumPersons; i++) {
    int x = wPersonX[i], y = wPersonY[i];
    if (x == PERSON_AWAY) continue;
    if (!reached[y - 1][x] && !reached[y + 1][x] && !reached[y][x - 1] && !reached[y][x + 1])
      fail("a person cannot be reached", x, y);
  }
}

/* At least one block of an edge that joins another map. */
static void check_edge(marks reached, int left, int top, int right, int bottom) {
  for (int y = top; y <= bottom; y++)
    for (int x = left; x <= right; x++) {
      if (!at_end && is_guarded(x, y)) {
        if (reached[y][x]) fail("what a guard guards is open", x, y);
        return;
      }
      if (reached[y][x]) return;
    }
  fail("an edge cannot be reached", left, top);
}

static void check_goals(marks reached) {
  const struct map *m = &maps[wCurMap];
  const u8 *w = m->warps + 1;
  for (int i = m->warps[0]; i; i--, w += 7)
    if (at_end || is_open(w[0], w[1])) require(reached, w[0], w[1], "a warp cannot be reached");
  const u8 *t = m->triggers + 1;
  for (int i = m->triggers[0]; i; i--, t += 8)
    for (int x = t[0]; x <= t[2]; x++)
      if (is_open(x, t[1])) require(reached, x, t[1], "a trigger cannot be reached");
  if (m->joins[NORTH_SIDE].map != NONE) check_edge(reached, 0, 0, width - 1, 0);
  if (m->joins[SOUTH_SIDE].map != NONE) check_edge(reached, 0, height - 1, width - 1, height - 1);
  if (m->joins[WEST_SIDE].map != NONE) check_edge(reached, 0, 0, 0, height - 1);
  if (m->joins[EAST_SIDE].map != NONE) check_edge(reached, width - 1, 0, width - 1, height - 1);
  check_signs(reached);
  check_persons(reached);
}

/* The place where the map is first entered: everything else is measured from there. */
static const u8 *first_entry(u8 map) {
  for (unsigned i = 0; i < sizeof entries / sizeof entries[0]; i++)
    if (entries[i][0] == map) return entries[i];
  return NULL;
}

static void check_map(void) {
  static marks reached, good;
  const u8 *root = first_entry(wCurMap);
  int x = root[1], y = root[2];
  if (!is_open(x, y)) fail("the way in is an obstacle", x, y);
  memset(reached, 0, sizeof reached);
  reached[y][x] = 1;
  flood(reached);
  check_goals(reached);
  memset(good, 0, sizeof good);
  good[y][x] = 1;
  flood_back(good);
  for (unsigned i = 0; i < sizeof entries / sizeof entries[0]; i++) {
    if (entries[i][0] != wCurMap || !at_end) continue;
    require(reached, entries[i][1], entries[i][2], "an entry is cut off");
    if (!good[entries[i][2]][entries[i][1]]) fail("there is no way from an entry", entries[i][1], entries[i][2]);
  }
  for (int row = 0; row < height; row++)
    for (int column = 0; column < width; column++) {
      u8 class = classes[row][column];
      if (reached[row][column] && !good[row][column] && class != CELL_DOOR && class != CELL_GATE)
        fail("there is no way back", column, row);
    }
}

/* Most maps look alike with many seeds: what was proved once need not be proved again. */
#define KNOWN_BITS 20
static unsigned long long known[1 << KNOWN_BITS];

static int is_known(void) {
  unsigned long long hash = 0xCBF29CE484222325ULL ^ (unsigned)(wCurMap * 2 + at_end);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++) hash = (hash ^ classes[y][x]) * 0x100000001B3ULL;
  unsigned long long *slot = &known[hash >> (64 - KNOWN_BITS)];
  if (*slot == hash) return 1;
  *slot = hash;
  return 0;
}

int main(void) {
  for (unsigned seed = 0; seed < 65536; seed++) {
    wSeed = (u16)seed;
    for (u8 map = 0; map < MAP_COUNT; map++)
      for (at_end = 0; at_end < 2; at_end++) {
        load(map);
        if (!is_known()) check_map();
      }
  }
  puts("65536 seeds can be finished");
  return 0;
}
