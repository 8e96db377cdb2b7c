#include "hardware.h"
#include "menus/menus.h"
#include "menus/party_menu.h"
#include "menus/shop.h"
#include "menus/signs.h"
#include "party/box.h"
#include "say.h"
#include "state.h"
#include "text.h"
#include "video.h"

#define ROWS 7

static struct monster looked;

static void tell(const char *words) {
  say_begin();
  say_add(words);
  say_show(SAY_WAITS);
}

static void draw_rows(void) {
  u8 row, i, entry;
  u8 *cell;
  for (row = 0; row != ROWS; row++) {
    cell = WINDOW_CELL(2, 2 + (row << 1));
    for (i = 0; i != 17; i++) put_tile(cell + i, TILE_SPACE);
    entry = list_entry(row);
    if (entry == NONE) continue;
    box_look(entry, &looked);
    print(cell, looked.nickname);
    types_draw(cell + 11, looked.species);
    print_number(print(cell + 14, "L"), looked.level);
  }
  list_arrows(WINDOW_CELL(19, 2), WINDOW_CELL(19, 15));
}

static void take(void) {
  u8 at = 0, event;
  for (;;) {
    window_clear();
    print(WINDOW_CELL(1, 0), "TAKE WHOM?");
    list_open(MENU_BOX, box_count(), ROWS, at);
    list_place(WINDOW_CELL(1, 2), 2);
    if (wListCount == 0) print(WINDOW_CELL(2, 2), "NOBODY IS HERE.");
    do {
      if (wListCount) draw_rows();
      event = list_run();
    } while (event == LIST_SCROLLED || event == LIST_SELECT);
    wMenuKind = MENU_NONE;
    if (event != LIST_CHOSEN || wListCount == 0) return;
    at = wCurrentMenuItem;
    if (wPartyCount == PARTY_SIZE) {
      tell("Your party is full.");
      continue;
    }
    box_look(at, &looked);
    box_remove(at);
    party_add(&looked);
  }
}

static void put(void) {
  u8 place = party_choose(PARTY_USE);
  if (place == NONE) return;
  if (wPartyCount == 1 || (party_fit() == 1 && wPartyMons[place].hp)) {
    tell("You need someone\nwho can fight.");
    return;
  }
  if (!box_add(&wPartyMons[place])) {
    tell("The box is full.");
    return;
  }
  monster_heal(&wPartyMons[place]);
  party_remove(place);
}

static u8 choose(void) {
  u8 event;
  window_clear();
  print(WINDOW_CELL(1, 0), "THE BOX");
  print_number(put_number(WINDOW_CELL(11, 0), box_count()), BOX_SIZE);
  box_draw(WINDOW_CELL(0, 2), 9, 8);
  print(WINDOW_CELL(3, 4), "TAKE");
  print(WINDOW_CELL(3, 6), "PUT");
  print(WINDOW_CELL(3, 8), "LEAVE");
  list_open(MENU_BOX_ACTION, 3, 3, 0);
  list_place(WINDOW_CELL(2, 4), 2);
  do event = list_run();
  while (event == LIST_SELECT);
  wMenuKind = MENU_NONE;
  return event == LIST_CHOSEN ? wCurrentMenuItem : 2;
}

void box_run(void) __banked {
  u8 mode = wScreenMode;
  u8 what;
  wScreenMode = MODE_MENU;
  signs_load();
  window_show(0);
  for (;;) {
    what = choose();
    if (what == 2) break;
    if (what == 0) take();
    else put();
  }
  window_hide();
  wScreenMode = mode;
}
