/* In BANK_WORLD, beside the maps. */
#include "banks.h"
#include "layout.h"
#include "map.h"
#include "person.h"
#include "rng.h"
#include "state.h"
#include "world.h"

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
  map_north = m->north.map;
  map_north_offset = m->north.offset;
  map_south = m->south.map;
  map_south_offset = m->south.offset;
  if (map_north != NONE) {
    layout_generate(map_north);
    copy_strip((u8)(maps[map_north].height - MAP_BORDER), 0, MAP_BORDER, maps[map_north].width, map_north_offset);
  }
  if (map_south != NONE) {
    layout_generate(map_south);
    copy_strip(0, (u8)(MAP_BORDER + m->height), MAP_BORDER, maps[map_south].width, map_south_offset);
  }
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
  for (; count; count--, s += 4) {
    if (s[0] != look_x || s[1] != look_y) continue;
    found_text = s[2];
    found_milestone = s[3];
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
