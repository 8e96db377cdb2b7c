/* Also compiled for the PC by tools/layout-check.c: keep it plain C. */
#include "layout.h"
#include "ids.h"
#include "rng.h"
#include "world.h"

u8 layout[MAX_LAYOUT];
u16 layout_rng;
static u8 width;

enum feature { FEATURE_END, FEATURE_ROW, FEATURE_COLUMN, FEATURE_SCATTER, FEATURE_PATCH };

u8 layout_random(u8 n) {
  layout_rng = rng_next(layout_rng);
  return (u8)(((layout_rng >> 8) * n) >> 8);
}

static u8 *cell(u8 x, u8 y) { return layout + (u16)y * width + x; }

/* Features change meadow only. */
static u8 is_meadow(u8 block) { return block == BLOCK_OUTDOOR_GROUND || block == BLOCK_OUTDOOR_TUFT; }

static void put(u8 x, u8 y, u8 block) {
  u8 *at = cell(x, y);
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
  u8 gaps = f[6];
  u8 gap_width = f[7];
  u8 i, at, begin, block, open;
  u8 begins[4];
  for (i = 0; i != gaps; i++) begins[i] = gap_begin(f);
  for (at = f[1]; at <= f[2]; at++) {
    block = f[3];
    open = 0;
    for (i = 0; i != gaps; i++) {
      begin = begins[i];
      if (at >= begin && at < (u8)(begin + gap_width)) open = 1;
      else if ((u8)(at + 1) == begin) block = f[4];
      else if (at == (u8)(begin + gap_width)) block = f[5];
    }
    if (open) continue;
    if (vertical) put(f[0], at, block);
    else put(at, f[0], block);
  }
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
  for (y = 0; y != f[5]; y++)
    for (x = 0; x != f[4]; x++) put((u8)(left + x), (u8)(top + y), f[6]);
}

void layout_generate(u8 map) {
  const struct map *m = &maps[map];
  const u8 *f = m->features;
  u16 size = (u16)m->height * m->width;
  u16 i;
  width = m->width;
  for (i = 0; i != size; i++) layout[i] = m->grid[i];
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
      default:
        return;
    }
  }
}
