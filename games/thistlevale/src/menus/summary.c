#include "menus/summary.h"
#include "banks.h"
#include "battle/battle.h"
#include "battle/screen.h"
#include "battle_art.h"
#include "hardware.h"
#include "joypad.h"
#include "menus/menus.h"
#include "menus/signs.h"
#include "music.h"
#include "palette.h"
#include "say.h"
#include "text.h"
#include "video.h"
#include "view.h"

/* The picture takes the place of tiles that the window hides, and the foe's colours. */
static void draw_picture(u8 number) {
  u8 x, y, tile = 0;
  u8 *cell = WINDOW_CELL(0, 0);
  art_put_monster(number, 0, VRAM_MAP_TILES);
  art_monster_palette(number, background_palettes + COLOURS_FOE * 8);
  palette_fade(0);
  for (y = 0; y != 7; y++, cell += 25)
    for (x = 0; x != 7; x++, cell++) {
      put_cell(cell, tile++);
      put_palette(cell, COLOURS_FOE);
    }
}

static void draw_value(u8 y, const char *label, u16 value) {
  print(WINDOW_CELL(1, y), label);
  print_number(WINDOW_CELL(10, y), value);
}

static void draw_stats(const struct monster *m) {
  draw_value(9, "ATTACK", m->attack);
  draw_value(10, "DEFENSE", m->defense);
  draw_value(11, "SPEED", m->speed);
  draw_value(12, "SPECIAL", m->special);
  draw_value(14, "EXPER.", m->experience);
  draw_value(15, "TO NEXT", monster_missing(m));
}

static void draw_moves(const struct monster *m) {
  u8 slot;
  u8 *cell = WINDOW_CELL(1, 8);
  for (slot = 0; slot != MOVES; slot++, cell += 64) {
    if (m->moves[slot] == NONE) continue;
    move_load(m->moves[slot]);
    print(cell, move.name);
    put_tile(cell + 12, sign((u8)(TILE_TYPE + move.type)));
    print_number(put_number(cell + 12, m->pp[slot]), move.pp);
    put_tile(cell + 12, sign((u8)(TILE_TYPE + move.type)));
  }
}

/* The words about a species, broken into lines. */
static void draw_about(u8 number) {
  char one[2];
  u8 *cell = WINDOW_CELL(1, 15);
  const char *p;
  species_about(number);
  say_begin();
  say_add(data_text);
  say_wrap();
  one[1] = 0;
  for (p = say_text; *p; p++) {
    if (*p == '\n' || *p == '\f') {
      cell = (u8 *)(((u16)cell & 0xFFE0) + 33);
      continue;
    }
    one[0] = *p;
    cell = print(cell, one);
  }
}

static void draw(u8 place, u8 page) {
  const struct monster *m = &wPartyMons[place];
  window_clear();
  draw_picture(m->species);
  print(WINDOW_CELL(8, 1), m->nickname);
  print_number(print(WINDOW_CELL(8, 2), "LEVEL "), m->level);
  state_draw(WINDOW_CELL(17, 2), m);
  types_draw(WINDOW_CELL(8, 3), m->species);
  print(WINDOW_CELL(11, 3), species.name);
  print_number(put_number(WINDOW_CELL(8, 5), m->hp), m->max_hp);
  hp_bar_draw(WINDOW_CELL(8, 4), m);
  if (page) {
    draw_moves(m);
    draw_about(m->species);
  } else {
    draw_stats(m);
  }
}

/* Returns the next page, or NONE to leave; place changes by way of wCurrentMenuItem. */
static u8 react(u8 page) {
  for (;;) {
    frame();
    if (joy_pressed & BUTTON_B) return NONE;
    if (joy_pressed & (BUTTON_A | BUTTON_LEFT | BUTTON_RIGHT)) {
      if (page && (joy_pressed & BUTTON_A)) return NONE;
      sound_cursor();
      return page ^ 1;
    }
    if ((joy_pressed & BUTTON_DOWN) && wCurrentMenuItem + 1 != wPartyCount) {
      wCurrentMenuItem++;
      return page;
    }
    if ((joy_pressed & BUTTON_UP) && wCurrentMenuItem) {
      wCurrentMenuItem--;
      return page;
    }
  }
}

u8 summary_run(u8 place) {
  u8 colours[8];
  u8 page = 0;
  copy(colours, background_palettes + COLOURS_FOE * 8, 8);
  wCurrentMenuItem = place;
  wListCount = wPartyCount;
  do {
    wMenuKind = MENU_SUMMARY;
    draw(wCurrentMenuItem, page);
    page = react(page);
  } while (page != NONE);
  wMenuKind = MENU_NONE;
  place = wCurrentMenuItem;
  window_clear();
  copy(background_palettes + COLOURS_FOE * 8, colours, 8);
  palette_fade(0);
  if (wBattleType == BATTLE_NONE) view_restore_tiles();
  else art_put_monster(wEnemyMon.mon.species, 0, VRAM_MAP_TILES);
  return place;
}
