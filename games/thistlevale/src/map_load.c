/* In BANK_WORLD, beside the maps. */
#include "banks.h"
#include "layout.h"
#include "map.h"
#include "person.h"
#include "rng.h"
#include "state.h"
#include "world.h"
#include "world/flags.h"

/* Copies rows of layout into the border row by row; clips columns that do not meet. */
static void copy_strip(u8 from_row, u8 to_row, u8 rows, u8 from_width, i8 offset) {
  u8 first = 0;
  u8 count = from_width;
  u8 column = (u8)(MAP_BORDER + offset);
  u8 *to;
  const u8 *from;
  if (offset < -MAP_BORDER) {
    first = (u8)(-MAP_BORDER - offset);
    count -= first;
    column = 0;
  }
  if (count > (u8)(wMapStride - column)) count = (u8)(wMapStride - column);
  to = wOverworldMap + row_offsets[to_row] + column;
  from = layout + (u16)from_row * from_width + first;
  while (rows--) {
    copy(to, from, count);
    to += wMapStride;
    from += from_width;
  }
}

/* Copies the neighbour's nearest columns into the border at one side; clips rows that do not meet. */
static void copy_side(const struct connection *join, u8 column, u8 is_east) {
  const struct map *m = &maps[join->map];
  u8 y, row;
  layout_generate(join->map);
  for (y = 0; y != m->height; y++) {
    row = (u8)(y + join->offset + MAP_BORDER);
    if (row >= (u8)(wMapHeight + 2 * MAP_BORDER)) continue;
    copy(wOverworldMap + row_offsets[row] + column, layout_rows[y] + (is_east ? 0 : m->width - MAP_BORDER), MAP_BORDER);
  }
}

void map_load(void) __banked {
  const struct map *m = &maps[wCurMap];
  u8 i, rows;
  u16 at = 0;
  wMapWidth = m->width;
  wMapHeight = m->height;
  wMapStride = (u8)(m->width + 2 * MAP_BORDER);
  rows = (u8)(m->height + 2 * MAP_BORDER);
  for (i = 0; i != rows; i++) {
    row_offsets[i] = at;
    at += wMapStride;
  }
  fill(wOverworldMap, m->border, at);
  map_tileset = m->tileset;
  for (i = 0; i != 4; i++) map_people[i] = m->people[i];
  map_dark = m->dark;
  for (i = 0; i != 4; i++) {
    map_joins[i].map = m->joins[i].map;
    map_joins[i].offset = m->joins[i].offset;
  }
  if (m->joins[NORTH_SIDE].map != NONE) {
    const struct map *north = &maps[m->joins[NORTH_SIDE].map];
    layout_generate(m->joins[NORTH_SIDE].map);
    copy_strip((u8)(north->height - MAP_BORDER), 0, MAP_BORDER, north->width, m->joins[NORTH_SIDE].offset);
  }
  if (m->joins[SOUTH_SIDE].map != NONE) {
    layout_generate(m->joins[SOUTH_SIDE].map);
    copy_strip(0, (u8)(MAP_BORDER + m->height), MAP_BORDER, maps[m->joins[SOUTH_SIDE].map].width, m->joins[SOUTH_SIDE].offset);
  }
  if (m->joins[WEST_SIDE].map != NONE) copy_side(&m->joins[WEST_SIDE], 0, 0);
  if (m->joins[EAST_SIDE].map != NONE) copy_side(&m->joins[EAST_SIDE], (u8)(MAP_BORDER + m->width), 1);
  layout_generate(wCurMap);
  copy_strip(0, MAP_BORDER, m->height, m->width, 0);
  persons_load(m->persons);
  milestone_set(m->milestone);
}

u8 warp_find(void) __banked {
  const u8 *w = maps[wCurMap].warps;
  u8 count = *w++;
  for (; count; count--, w += 7) {
    if (w[0] != look_x || w[1] != look_y) continue;
    found_map = w[2];
    found_x = w[3];
    found_y = w[4];
    found_dir = w[5];
    found_milestone = w[6];
    return 1;
  }
  return 0;
}

u8 sign_find(void) __banked {
  const u8 *s = maps[wCurMap].signs;
  u8 count = *s++;
  for (; count; count--, s += 5) {
    if (s[0] != look_x || s[1] != look_y) continue;
    found_talk = s[2] | ((u16)s[3] << 8);
    found_milestone = s[4];
    return 1;
  }
  return 0;
}

u8 trigger_find(void) __banked {
  const u8 *t = maps[wCurMap].triggers;
  u8 count = *t++;
  for (; count; count--, t += 8) {
    if (look_x < t[0] || look_y < t[1] || look_x > t[2] || look_y > t[3]) continue;
    if (t[4] != NONE && !flag_get(t[4])) continue;
    if (t[5] != NONE && flag_get(t[5])) continue;
    found_talk = t[6] | ((u16)t[7] << 8);
    return 1;
  }
  return 0;
}

void start_find(void) __banked {
  const u8 *s = maps[wCurMap].starts;
  layout_rng = rng_seeded(0x80);
  s += 1 + (u8)(layout_random(*s) * 2);
  wPlayerX = s[0];
  wPlayerY = s[1];
}
