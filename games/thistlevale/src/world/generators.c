/* Also compiled for the PC by tools/layout-check.c: keep it plain C. */
#include "world/generators.h"
#include "layout.h"
#include "step.h"

u8 spot_x[MAX_SPOTS], spot_y[MAX_SPOTS];

/* A maze has at most this many rooms. */
#define MAX_ROOMS 81
/* Coprime to the number of rooms of every maze: visits all of them in an order that looks random. */
#define STRIDE 7

static u8 maze_left, maze_top, maze_width, maze_height, maze_floor;
static u8 doors[MAX_ROOMS];  /* ways out of each room; 0: not joined yet */
static u8 active[MAX_ROOMS]; /* rooms that may still have neighbours to join */
static u8 room_x[MAX_ROOMS], room_y[MAX_ROOMS];

static void fill_rect(u8 x, u8 y, u8 width, u8 height, u8 block) {
  u8 *at;
  u8 i;
  for (; height; height--, y++) {
    at = layout_rows[y] + x;
    for (i = width; i; i--) *at++ = block;
  }
}

/* The upper left block of a room of 2×2. */
static u8 block_x(u8 room) { return (u8)(maze_left + 1 + room_x[room] * 3); }
static u8 block_y(u8 room) { return (u8)(maze_top + 1 + room_y[room] * 3); }

/* The room beyond one side, or 255. */
static u8 neighbour(u8 room, u8 dir) {
  if (dir == DOWN) return room_y[room] + 1 == maze_height ? NONE : (u8)(room + maze_width);
  if (dir == UP) return room_y[room] == 0 ? NONE : (u8)(room - maze_width);
  if (dir == LEFT) return room_x[room] == 0 ? NONE : (u8)(room - 1);
  return room_x[room] + 1 == maze_width ? NONE : (u8)(room + 1);
}

/* Opens the wall between a room and its neighbour, one or two blocks wide. */
static void join(u8 room, u8 dir) {
  u8 x = block_x(room), y = block_y(room);
  u8 choice = layout_random(4);
  u8 wide = choice < 2 ? 2 : 1;
  u8 shift = choice == 3;
  doors[room]++;
  doors[neighbour(room, dir)]++;
  if (dir == DOWN) fill_rect((u8)(x + shift), (u8)(y + 2), wide, 1, maze_floor);
  else if (dir == UP) fill_rect((u8)(x + shift), (u8)(y - 1), wide, 1, maze_floor);
  else if (dir == LEFT) fill_rect((u8)(x - 1), (u8)(y + shift), 1, wide, maze_floor);
  else fill_rect((u8)(x + 2), (u8)(y + shift), 1, wide, maze_floor);
}

/*
 * A spanning tree over the rooms ("growing tree"): joins a room to one that is not joined yet; goes on from the newest
 * room or from any older one, each as often, so that ways are long and there are dead ends enough.
 */
static void grow_tree(u8 start) {
  u8 count = 1, at, room, dir, tries, next;
  active[0] = start;
  while (count) {
    at = layout_random(2) ? (u8)(count - 1) : layout_random(count);
    room = active[at];
    dir = layout_random(4);
    next = NONE;
    for (tries = 4; tries; tries--) {
      next = neighbour(room, dir);
      if (next != NONE && next != start && doors[next] == 0) break;
      next = NONE;
      dir = (u8)((dir + 1) & 3);
    }
    if (next == NONE) {
      active[at] = active[--count];
      continue;
    }
    join(room, dir);
    active[count++] = next;
  }
}

/* Dead ends are the spots. Rooms next to each other may both be one: each has its own way out. */
static void find_dead_ends(u8 rooms, u8 entrance, u8 exit) {
  u8 room = layout_random(rooms);
  u8 left, found = 0;
  for (left = rooms; left && found != MAX_SPOTS; left--) {
    if (doors[room] == 1 && room != entrance && room != exit) {
      spot_x[found] = block_x(room);
      spot_y[found] = block_y(room);
      layout_rows[spot_y[found]][spot_x[found]] = maze_floor;
      found++;
    }
    room += STRIDE;
    if (room >= rooms) room -= rooms;
  }
  for (; found != MAX_SPOTS; found++) spot_x[found] = spot_y[found] = NONE;
}

void generate_maze(const u8 *f) {
  u8 rooms, room, x, y, loops, entrance, exit;
  maze_left = f[0];
  maze_top = f[1];
  maze_width = f[2];
  maze_height = f[3];
  maze_floor = f[5];
  fill_rect(maze_left, maze_top, (u8)(maze_width * 3 + 1), (u8)(maze_height * 3 + 1), f[4]);
  room = 0;
  for (y = 0; y != maze_height; y++) {
    for (x = 0; x != maze_width; x++, room++) {
      room_x[room] = x;
      room_y[room] = y;
      doors[room] = 0;
      fill_rect(block_x(room), block_y(room), 2, 2, layout_random(5) < 2 ? f[6] : maze_floor);
    }
  }
  rooms = room;
  exit = f[9];
  entrance = (u8)(rooms - maze_width + f[8]);
  grow_tree(exit);
  find_dead_ends(rooms, entrance, exit);
  /* Only now: a dead end must have been one in the tree, so that a person there closes no way, loops or not. */
  for (loops = f[7]; loops; loops--) {
    room = layout_random(rooms);
    if (neighbour(room, RIGHT) != NONE) join(room, RIGHT);
  }
  fill_rect(block_x(entrance), (u8)(block_y(entrance) + 2), 2, 1, f[10]);
  fill_rect(block_x(exit), (u8)(block_y(exit) - 1), 2, 1, f[10]);
}

/* Places to look at before a cave is left with fewer spots. */
#define MAX_TRIES 400

static u8 cave_floor;
static u16 dug;

static void dig(u8 x, u8 y) {
  u8 *at = layout_rows[y] + x;
  if (*at == cave_floor) return;
  *at = cave_floor;
  dug++;
}

static u8 is_dug(u8 x, u8 y) { return layout_rows[y][x] == cave_floor; }

/* Blocks around a place in the order of a clock, beginning in the north. */
static const i8 ring_x[8] = {0, 1, 1, 1, 0, -1, -1, -1};
static const i8 ring_y[8] = {-1, -1, 0, 1, 1, 1, 0, -1};

/* Whether the open blocks around a place are joined without it: then whoever stands there closes no way. */
static u8 is_spare(u8 x, u8 y) {
  u8 i, now, changes = 0;
  u8 before = is_dug((u8)(x + ring_x[7]), (u8)(y + ring_y[7]));
  for (i = 0; i != 8; i++) {
    now = is_dug((u8)(x + ring_x[i]), (u8)(y + ring_y[i]));
    if (now != before) changes++;
    before = now;
  }
  return changes == 2;
}

static u8 is_near(u8 x, u8 y, u8 to_x, u8 to_y) {
  u8 dx = x > to_x ? (u8)(x - to_x) : (u8)(to_x - x);
  u8 dy = y > to_y ? (u8)(y - to_y) : (u8)(to_y - y);
  return dx < 3 && dy < 3;
}

static u8 can_be_spot(u8 x, u8 y, u8 found, const u8 *f) {
  u8 i;
  if (!is_dug(x, y) || !is_spare(x, y) || is_near(x, y, f[6], f[7]) || is_near(x, y, f[8], f[9])) return 0;
  for (i = 0; i != found; i++)
    if (is_near(x, y, spot_x[i], spot_y[i])) return 0;
  return 1;
}

static void find_spots(const u8 *f) {
  u8 found = 0, x, y;
  u16 tries = MAX_TRIES;
  while (found != MAX_SPOTS && --tries) {
    x = (u8)(f[0] + layout_random((u8)(f[2] - f[0] + 1)));
    y = (u8)(f[1] + layout_random((u8)(f[3] - f[1] + 1)));
    if (!can_be_spot(x, y, found, f)) continue;
    spot_x[found] = x;
    spot_y[found++] = y;
  }
  for (; found != MAX_SPOTS; found++) spot_x[found] = spot_y[found] = NONE;
}

/* Walls show their edges towards what was dug: bits north, east, south, west say where the wall goes on. */
static void shape_walls(const u8 *f) {
  u8 x, y;
  u8 *at, *above, *below;
  for (y = (u8)(f[1] - 1); y <= (u8)(f[3] + 1); y++) {
    at = layout_rows[y];
    above = y ? layout_rows[(u8)(y - 1)] : at;
    below = y + 1 == layout_height ? at : layout_rows[(u8)(y + 1)];
    for (x = (u8)(f[0] - 1); x <= (u8)(f[2] + 1); x++) {
      /* Doors in the outer wall stay. */
      if (at[x] < f[10] || at[x] > (u8)(f[10] + 15)) continue;
      at[x] = f[10];
      if (above[x] != cave_floor) at[x] += 1;
      if (x + 1 == layout_width || at[x + 1] != cave_floor) at[x] += 2;
      if (below[x] != cave_floor) at[x] += 4;
      if (x == 0 || at[x - 1] != cave_floor) at[x] += 8;
    }
  }
}

/* A drunkard's walk from the entrance digs the cave; a second walk, which knows where it goes, joins the exit to it. */
void generate_cavern(const u8 *f) {
  u8 x = f[6], y = f[7];
  u8 dir = UP, next_x, next_y;
  u16 goal = (u16)f[5] << 2;
  cave_floor = f[4];
  dug = 0;
  dig(x, y);
  while (dug != goal) {
    if (layout_random(3) == 0) dir = layout_random(4);
    next_x = (u8)(x + step_x[dir]);
    next_y = (u8)(y + step_y[dir]);
    if (next_x < f[0] || next_x > f[2] || next_y < f[1] || next_y > f[3]) {
      dir = layout_random(4);
      continue;
    }
    x = next_x;
    y = next_y;
    dig(x, y);
  }
  while (x != f[8] || y != f[9]) {
    if (y != f[9] && (x == f[8] || layout_random(2))) y = (u8)(y < f[9] ? y + 1 : y - 1);
    else x = (u8)(x < f[8] ? x + 1 : x - 1);
    dig(x, y);
  }
  find_spots(f);
  shape_walls(f);
}
