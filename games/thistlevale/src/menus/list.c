#include "hardware.h"
#include "joypad.h"
#include "menus/menus.h"
#include "music.h"
#include "text.h"
#include "video.h"

#define REPEAT_AFTER 18
#define REPEAT_EVERY 5

volatile u8 wMenuKind;
u8 wCurrentMenuItem, wListScrollOffset, wListCount;
static u8 rows, step, held, watched, sideways;
static u8 *first;

void list_open(u8 kind, u8 count, u8 seen, u8 at) __banked {
  wMenuKind = kind;
  watched = 0;
  sideways = 0;
  wListCount = count;
  rows = count < seen ? count : seen;
  if (at >= count) at = count ? (u8)(count - 1) : 0;
  wCurrentMenuItem = at;
  wListScrollOffset = at < rows ? 0 : (u8)(at - rows + 1);
}

void list_place(u8 *first_cell, u8 tile_rows) __banked {
  first = first_cell;
  step = tile_rows;
}

void list_watch(void) __banked { watched = 1; }
void list_sideways(void) __banked { sideways = 1; }

static u8 *cell_of(u8 row) { return first + (((u16)row * step) << 5); }

u8 *list_cell(u8 row) __banked { return cell_of(row) + 1; }

u8 list_entry(u8 row) __banked {
  u8 entry = (u8)(wListScrollOffset + row);
  return entry < wListCount ? entry : NONE;
}

static void cursor(u8 tile) { put_tile(cell_of((u8)(wCurrentMenuItem - wListScrollOffset)), tile); }

/* Up or down: a press at once, then again while it is held. */
static u8 direction(void) {
  u8 down = joy_held & (BUTTON_UP | BUTTON_DOWN);
  if (joy_pressed & (BUTTON_UP | BUTTON_DOWN)) {
    held = 0;
    return joy_pressed;
  }
  if (!down) return 0;
  if (++held < REPEAT_AFTER) return 0;
  held = REPEAT_AFTER - REPEAT_EVERY;
  return down;
}

/* Moves the cursor; returns whether other rows come into sight. The ends are joined. */
static u8 moved(u8 way) {
  u8 before = wListScrollOffset;
  if (way & BUTTON_DOWN) wCurrentMenuItem = wCurrentMenuItem + 1 == wListCount ? 0 : (u8)(wCurrentMenuItem + 1);
  else wCurrentMenuItem = wCurrentMenuItem ? (u8)(wCurrentMenuItem - 1) : (u8)(wListCount - 1);
  if (wCurrentMenuItem < wListScrollOffset) wListScrollOffset = wCurrentMenuItem;
  if (wCurrentMenuItem >= wListScrollOffset + rows) wListScrollOffset = (u8)(wCurrentMenuItem - rows + 1);
  return before != wListScrollOffset;
}

u8 list_run(void) __banked {
  u8 way;
  for (;;) {
    if (wListCount) cursor(TILE_CURSOR);
    frame();
    if (joy_pressed & BUTTON_B) break;
    if (wListCount == 0) {
      if (joy_pressed & BUTTON_A) break;
      continue;
    }
    if (joy_pressed & BUTTON_A) {
      sound_select();
      return LIST_CHOSEN;
    }
    if (joy_pressed & BUTTON_SELECT) return LIST_SELECT;
    if (sideways && (joy_pressed & BUTTON_LEFT)) return LIST_LEFT;
    if (sideways && (joy_pressed & BUTTON_RIGHT)) return LIST_RIGHT;
    way = direction();
    if (!way) continue;
    cursor(TILE_SPACE);
    sound_cursor();
    if (moved(way)) return LIST_SCROLLED;
    if (watched) return LIST_MOVED;
  }
  return LIST_CANCELLED;
}

void list_arrows(u8 *above, u8 *below) __banked {
  put_tile(above, wListScrollOffset ? '^' + TILE_FONT : TILE_SPACE);
  put_tile(below, wListScrollOffset + rows < wListCount ? TILE_ARROW : TILE_SPACE);
}
