/* Also compiled for the PC by tools/layout-check.c: keep it plain C. */
#include "layout.h"
#include "banks.h"
#include "ids.h"
#include "rng.h"
#include "world.h"
#include "world/flags.h"
#include "world/generators.h"

u8 layout[MAX_LAYOUT];
u16 layout_rng;
u8 layout_width, layout_height;
/* Where each row begins: multiplying for every block would make the walk over a map's edge stutter. */
u8 *layout_rows[MAX_LAYOUT_ROWS];

enum feature { FEATURE_END, FEATURE_ROW, FEATURE_COLUMN, FEATURE_SCATTER, FEATURE_PATCH, FEATURE_MAZE, FEATURE_CAVERN, FEATURE_WHEN };

u8 layout_random(u8 n) {
  layout_rng = rng_next(layout_rng);
  return (u8)(((layout_rng >> 8) * n) >> 8);
}

/* Features change meadow only. */
#define is_meadow(block) ((block) == BLOCK_OUTDOOR_GROUND || (block) == BLOCK_OUTDOOR_TUFT)

static void put(u8 x, u8 y, u8 block) {
  u8 *at = layout_rows[y] + x;
  if (is_meadow(*at)) *at = block;
}

/* Where a gap may begin, but never over one of three avoided places (ascending, 0: none): a column joins there. */
static u8 gap_begin(const u8 *f) {
  u8 begin = (u8)(f[1] + layout_random((u8)(f[2] - f[1] + 2 - f[7])));
  u8 i;
  for (i = 8; i != 11; i++)
    if (f[i] >= begin && f[i] < (u8)(begin + f[7])) begin = (u8)(f[i] + 1);
  return begin;
}

/* f: at, from, to, block, block before a gap, block after a gap, gaps, width of a gap, three avoided places */
static void line(const u8 *f, u8 vertical) {
  static u8 pattern[MAX_LAYOUT_ROWS];
  u8 begins[4];
  u8 *at;
  u8 i;
  u8 to = f[2];
  fill(pattern, f[3], MAX_LAYOUT_ROWS);
  for (i = 0; i != f[6]; i++) {
    begins[i] = gap_begin(f);
    pattern[(u8)(begins[i] - 1)] = f[4];
    pattern[(u8)(begins[i] + f[7])] = f[5];
  }
  /* Only now: a gap may begin where another one ends. */
  for (i = 0; i != f[6]; i++) fill(pattern + begins[i], NONE, f[7]);
  if (vertical) {
    for (i = f[1]; i <= to; i++)
      if (pattern[i] != NONE) put(f[0], i, pattern[i]);
    return;
  }
  at = layout_rows[f[0]];
  for (i = f[1]; i <= to; i++)
    if (pattern[i] != NONE && is_meadow(at[i])) at[i] = pattern[i];
}

static void scatter(const u8 *f) {
  u8 count = f[5];
  u8 x, y;
  while (count--) {
    x = (u8)(f[0] + layout_random((u8)(f[2] - f[0] + 1)));
    y = (u8)(f[1] + layout_random((u8)(f[3] - f[1] + 1)));
    put(x, y, f[4]);
  }
}

static void patch(const u8 *f) {
  u8 left = (u8)(f[0] + layout_random((u8)(f[2] - f[0] + 1)));
  u8 top = (u8)(f[1] + layout_random((u8)(f[3] - f[1] + 1)));
  u8 x, y;
  u8 *at;
  for (y = 0; y != f[5]; y++) {
    at = layout_rows[(u8)(top + y)] + left;
    for (x = f[4]; x; x--, at++)
      if (is_meadow(*at)) *at = f[6];
  }
}

void layout_generate(u8 map) {
  const struct map *m = &maps[map];
  const u8 *f = m->features;
  u8 *row = layout;
  u8 y;
  for (y = 0; y != m->height; y++) {
    layout_rows[y] = row;
    row += m->width;
  }
  bank_copy(layout, m->grid, (u16)(row - layout), BANK_GRIDS);
  layout_width = m->width;
  layout_height = m->height;
  layout_rng = rng_seeded(map);
  for (;;) {
    switch (*f++) {
      case FEATURE_ROW:
        line(f, 0);
        f += 11;
        break;
      case FEATURE_COLUMN:
        line(f, 1);
        f += 11;
        break;
      case FEATURE_SCATTER:
        scatter(f);
        f += 6;
        break;
      case FEATURE_PATCH:
        patch(f);
        f += 7;
        break;
      case FEATURE_MAZE:
        generate_maze(f);
        f += MAZE_BYTES;
        break;
      case FEATURE_CAVERN:
        generate_cavern(f);
        f += CAVERN_BYTES;
        break;
      case FEATURE_WHEN:
        /* f: flag, x, y, block */
        if (flag_get(f[0])) layout_rows[f[2]][f[1]] = f[3];
        f += 4;
        break;
      default:
        return;
    }
  }
}
