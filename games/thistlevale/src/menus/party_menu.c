#include "menus/party_menu.h"
#include "hardware.h"
#include "menus/menus.h"
#include "menus/signs.h"
#include "menus/summary.h"
#include "party/party.h"
#include "state.h"
#include "text.h"
#include "video.h"

static const char *const titles[] = {"YOUR PARTY", "WHO SHALL FIGHT?", "WHO COMES NEXT?", "FOR WHOM?"};

/* Two lines a member: name, state and level; types, bar and HP. */
static void draw_member(u8 place) {
  const struct monster *m = &wPartyMons[place];
  u8 *cell = WINDOW_CELL(2, 3 + (place << 1));
  print(cell, m->nickname);
  state_draw(cell + 10, m);
  print_number(print(cell + 14, "L"), m->level);
  cell += 32;
  types_draw(cell, m->species);
  hp_bar_draw(cell + 2, m);
  print_number(put_number(cell + 11, m->hp), m->max_hp);
}

static void draw(u8 purpose) {
  u8 place;
  window_clear();
  print(WINDOW_CELL(1, 1), titles[purpose]);
  for (place = 0; place != wPartyCount; place++) draw_member(place);
}

static u8 wants_summary; /* SELECT was pressed on a member */

/* The list with the cursor at a member; the window is drawn already. */
static u8 run(u8 at, u8 must) {
  u8 event;
  list_open(MENU_PARTY, wPartyCount, PARTY_SIZE, at);
  list_place(WINDOW_CELL(1, 3), 2);
  do event = list_run();
  while (event == LIST_CANCELLED && must);
  wMenuKind = MENU_NONE;
  wants_summary = event == LIST_SELECT;
  return event == LIST_CANCELLED ? NONE : wCurrentMenuItem;
}

/* MOVE / SUMMARY / BACK beside a chosen member; 0, 1 or NONE. */
static u8 choose_action(void) {
  u8 event;
  box_draw(WINDOW_CELL(10, 10), 10, 8);
  print(WINDOW_CELL(12, 12), "MOVE");
  print(WINDOW_CELL(12, 14), "SUMMARY");
  print(WINDOW_CELL(12, 16), "BACK");
  list_open(MENU_PARTY_ACTION, 3, 3, 0);
  list_place(WINDOW_CELL(11, 12), 2);
  do event = list_run();
  while (event == LIST_SELECT);
  wMenuKind = MENU_NONE;
  return event == LIST_CHOSEN && wCurrentMenuItem < 2 ? wCurrentMenuItem : NONE;
}

u8 party_choose(u8 purpose) __banked {
  u8 mode = wScreenMode;
  u8 place = 0;
  wScreenMode = MODE_MENU;
  signs_load();
  for (;;) {
    draw(purpose);
    window_show(0);
    place = run(place, purpose == PARTY_NEXT);
    if (!wants_summary) break;
    place = summary_run(place);
  }
  wScreenMode = mode;
  return place;
}

/* Two members change places. */
static void swap(u8 place) {
  u8 other;
  print(WINDOW_CELL(1, 1), "MOVE TO WHERE?");
  put_tile(WINDOW_CELL(0, 3) + ((u16)place << 6), TILE_HEART);
  other = run(place, 0);
  if (other != NONE) party_swap(place, other);
}

void party_run(void) __banked {
  u8 place = 0, action;
  signs_load();
  for (;;) {
    draw(PARTY_LOOK);
    window_show(0);
    place = run(place, 0);
    if (place == NONE) return;
    if (wants_summary) {
      place = summary_run(place);
      continue;
    }
    action = choose_action();
    if (action == 1) {
      place = summary_run(place);
    } else if (action == 0) {
      draw(PARTY_LOOK);
      swap(place);
    }
  }
}
