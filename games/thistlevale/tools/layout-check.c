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

/* Maps with a margin, so that steps out of them need no test; a hop may lead two rows down. */
#define SIDE 40
#define STRIDE (SIDE + 2)
#define AT(list, x, y) (list)[((y) + 1) * STRIDE + (x) + 1]
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

typedef u8 marks[(SIDE + 4) * STRIDE];
static marks classes;
/* What a step meets: nothing to stand on, open ground, a place where a way ends (a door), a ledge. */
enum ground { CLOSED, OPEN, END, HOP };
static marks ground;
static int width, height, at_end;

static void fail(const char *what, int x, int y) {
  printf("seed %u, map %u %s: %s at (%d, %d)\n", wSeed, wCurMap, at_end ? "at the end" : "at the beginning", what, x, y);
  for (int row = 0; row < height; row++, putchar('\n'))
    for (int column = 0; column < width; column++) putchar(" .#D\"_PSG"[AT(classes, column, row)]);
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

static void find_ground(void) {
  memset(ground, CLOSED, sizeof ground);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++) {
      u8 class = AT(classes, x, y);
      AT(ground, x, y) = class == CELL_FLOOR || class == CELL_GRASS ? OPEN
                         : class == CELL_DOOR || class == CELL_GATE ? END
                         : class == CELL_LEDGE                      ? HOP
                                                                    : CLOSED;
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
  memset(classes, CELL_VOID, sizeof classes);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++) AT(classes, x, y) = table[layout[y * width + x]];
  memcpy(map_people, maps[map].people, sizeof map_people);
  persons_load(maps[map].persons);
  check_spots();
  for (int i = 0; i < wNumPersons; i++) {
    if (wPersonX[i] == PERSON_AWAY) continue;
    u8 *at = &AT(classes, wPersonX[i], wPersonY[i]);
    if (*at != CELL_FLOOR && *at != CELL_GRASS) fail("a person stands on an obstacle", wPersonX[i], wPersonY[i]);
    *at = CELL_PERSON;
  }
  find_ground();
}

static int is_open(int x, int y) { return AT(ground, x, y) == OPEN || AT(ground, x, y) == END; }

static int stack[SIDE * SIDE];

#define REACH(place, allowed)            \
  if ((allowed) && !reached[place]) {    \
    reached[place] = 1;                  \
    stack[size++] = place;               \
  }
#define STEP_TO(place) REACH(place, ground[place] == OPEN || ground[place] == END)
/* Who stands in a door has left the map: nobody comes from there. */
#define STEP_FROM(place) REACH(place, ground[place] == OPEN)

/* Marks all blocks that are reached from a place; doors and gates end a way. A ledge leads two blocks south. */
static void flood(marks reached, int from) {
  int size = 0;
  STEP_TO(from)
  while (size) {
    int at = stack[--size];
    if (ground[at] == END) continue;
    int down = at + (ground[at + STRIDE] == HOP ? 2 * STRIDE : STRIDE);
    STEP_TO(at - STRIDE)
    STEP_TO(at - 1)
    STEP_TO(at + 1)
    STEP_TO(down)
  }
}

/* Marks all blocks from which a place can be reached. */
static void flood_back(marks reached, int to) {
  int size = 0;
  STEP_TO(to)
  while (size) {
    int at = stack[--size];
    STEP_FROM(at + STRIDE)
    STEP_FROM(at - 1)
    STEP_FROM(at + 1)
    if (ground[at - STRIDE] == HOP) {
      STEP_FROM(at - 2 * STRIDE)
    } else {
      STEP_FROM(at - STRIDE)
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
    if (AT(reached, x, y)) fail("what a guard guards is open", x, y);
  } else if (!AT(reached, x, y)) {
    fail(what, x, y);
  }
}

/* Signs proper, and whatever else runs a script (bushes, locked doors, machines). Furniture may stand in corners. */
static void check_signs(marks reached) {
  const u8 *s = maps[wCurMap].signs + 1;
  for (int i = maps[wCurMap].signs[0]; i; i--, s += 5) {
    int x = s[0], y = s[1];
    int matters = AT(classes, x, y) == CELL_SIGN || (s[3] << 8 & TALK_SCRIPT);
    if (is_open(x, y) || !matters) continue;
    int near = 0;
    const int around[4][2] = {{x, y + 1}, {x, y - 1}, {x - 1, y}, {x + 1, y}};
    for (int side = 0; side < 4; side++)
      if (AT(reached, around[side][0], around[side][1])) near = 1;
    if (!near) fail("a sign cannot be read", x, y);
  }
}

static void check_persons(marks reached) {
  for (int i = 0; i < wNumPersons; i++) {
    int x = wPersonX[i], y = wPersonY[i];
    if (x == PERSON_AWAY) continue;
    if (!AT(reached, x, y - 1) && !AT(reached, x, y + 1) && !AT(reached, x - 1, y) && !AT(reached, x + 1, y))
      fail("a person cannot be reached", x, y);
  }
}

/* At least one block of an edge that joins another map. */
static void check_edge(marks reached, int left, int top, int right, int bottom) {
  for (int y = top; y <= bottom; y++)
    for (int x = left; x <= right; x++) {
      if (!at_end && is_guarded(x, y)) {
        if (AT(reached, x, y)) fail("what a guard guards is open", x, y);
        return;
      }
      if (AT(reached, x, y)) return;
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
  int root_place = (int)(&AT(classes, x, y) - classes);
  if (!is_open(x, y)) fail("the way in is an obstacle", x, y);
  memset(reached, 0, sizeof reached);
  flood(reached, root_place);
  check_goals(reached);
  memset(good, 0, sizeof good);
  flood_back(good, root_place);
  for (unsigned i = 0; i < sizeof entries / sizeof entries[0]; i++) {
    if (entries[i][0] != wCurMap || !at_end) continue;
    require(reached, entries[i][1], entries[i][2], "an entry is cut off");
    if (!AT(good, entries[i][1], entries[i][2])) fail("there is no way from an entry", entries[i][1], entries[i][2]);
  }
  for (int row = 0; row < height; row++)
    for (int column = 0; column < width; column++) {
      u8 class = AT(classes, column, row);
      if (AT(reached, column, row) && !AT(good, column, row) && class != CELL_DOOR && class != CELL_GATE)
        fail("there is no way back", column, row);
    }
}

/* Most maps look alike with many seeds: what was proved once need not be proved again. */
#define KNOWN_BITS 20
static unsigned long long known[1 << KNOWN_BITS];

static int is_known(void) {
  unsigned long long hash = 0xCBF29CE484222325ULL ^ (unsigned)(wCurMap * 2 + at_end), word;
  for (unsigned i = 0; i + sizeof word <= sizeof classes; i += sizeof word) {
    memcpy(&word, classes + i, sizeof word);
    hash = (hash ^ word) * 0x9E3779B97F4A7C15ULL;
    hash ^= hash >> 29;
  }
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
