#include "menus/bag_menu.h"
#include "hardware.h"
#include "items/bag.h"
#include "items/use.h"
#include "menus/menus.h"
#include "menus/party_menu.h"
#include "party/party.h"
#include "say.h"
#include "state.h"
#include "text.h"
#include "video.h"

#define ROWS 6

static u8 at; /* where the cursor was last */

static void draw_frame(void) {
  window_clear();
  print(WINDOW_CELL(1, 0), "BAG");
  print_number(print(WINDOW_CELL(12, 0), "$"), wMoney);
  box_draw(WINDOW_CELL(0, 14), 20, 4);
}

static void draw_rows(void) {
  u8 row, i, entry;
  u8 *cell;
  for (row = 0; row != ROWS; row++) {
    cell = WINDOW_CELL(2, 2 + (row << 1));
    for (i = 0; i != 17; i++) put_tile(cell + i, TILE_SPACE);
    entry = list_entry(row);
    if (entry == NONE) continue;
    item_load(wBagItems[entry].item);
    print(cell, item.name);
    if (item.kind != ITEM_KIND_KEY) print_number(print(cell + 13, "x"), wBagItems[entry].count);
  }
  list_arrows(WINDOW_CELL(19, 2), WINDOW_CELL(19, 12));
}

/* The words about the item at the cursor, in the two lines below. */
static void draw_about(void) {
  u8 *cell = WINDOW_CELL(1, 15);
  char one[2];
  const char *p;
  u8 i;
  for (i = 0; i != 18; i++) {
    put_tile(cell + i, TILE_SPACE);
    put_tile(cell + 32 + i, TILE_SPACE);
  }
  if (!wNumBagItems) {
    print(cell, "It is empty.");
    return;
  }
  item_load(wBagItems[wCurrentMenuItem].item);
  say_begin();
  say_add(item.about);
  say_wrap();
  one[1] = 0;
  for (p = say_text; *p; p++) {
    if (*p == '\n') {
      cell = WINDOW_CELL(1, 16);
      continue;
    }
    if (*p == '\f') break;
    one[0] = *p;
    cell = print(cell, one);
  }
}

/* The place of the item chosen, or NONE. SELECT on two items changes their places. */
static u8 choose(void) {
  u8 event, marked = NONE;
  draw_frame();
  window_show(0);
  list_open(MENU_BAG, wNumBagItems, ROWS, at);
  list_place(WINDOW_CELL(1, 2), 2);
  list_watch();
  draw_rows();
  for (;;) {
    draw_about();
    event = list_run();
    if (event == LIST_SCROLLED) draw_rows();
    if (event == LIST_SELECT) {
      if (marked == NONE) {
        marked = wCurrentMenuItem;
      } else {
        bag_swap(marked, wCurrentMenuItem);
        marked = NONE;
        draw_rows();
      }
    }
    if (event == LIST_CHOSEN || event == LIST_CANCELLED) break;
  }
  wMenuKind = MENU_NONE;
  at = wCurrentMenuItem;
  return event == LIST_CHOSEN && wNumBagItems ? wCurrentMenuItem : NONE;
}

static void tell(const char *words) {
  say_begin();
  say_add(words);
  say_show(SAY_WAITS);
}

/* For a member of the party; 1 when it was used up. */
static u8 use_on_member(u8 number) {
  u8 place = party_choose(PARTY_USE);
  if (place == NONE) return 0;
  if (!item_use(number, place)) {
    tell("It has no effect.");
    return 0;
  }
  bag_remove(number, 1);
  say_begin();
  say_add(wPartyMons[place].nickname);
  say_add("\nfeels better.");
  say_show(SAY_WAITS);
  return 1;
}

/* USE / TOSS / BACK. */
static u8 choose_action(void) {
  u8 event;
  box_draw(WINDOW_CELL(11, 6), 9, 8);
  print(WINDOW_CELL(13, 8), "USE");
  print(WINDOW_CELL(13, 10), "TOSS");
  print(WINDOW_CELL(13, 12), "BACK");
  list_open(MENU_BAG_ACTION, 3, 3, 0);
  list_place(WINDOW_CELL(12, 8), 2);
  do event = list_run();
  while (event == LIST_SELECT);
  wMenuKind = MENU_NONE;
  return event == LIST_CHOSEN ? wCurrentMenuItem : 2;
}

static void toss(u8 slot) {
  u8 number = wBagItems[slot].item;
  u8 n;
  item_load(number);
  if (item.kind == ITEM_KIND_KEY || item.kind == ITEM_KIND_GOODS) {
    tell("That is too\nprecious to toss.");
    return;
  }
  n = number_choose(wBagItems[slot].count, 0);
  if (!n) return;
  item_load(number);
  say_begin();
  say_add("Toss ");
  say_add_number(n);
  say_add("\n");
  say_add(item.name);
  say_add("?");
  say_show(SAY_STAYS);
  if (yes_no()) bag_remove(number, n);
}

/* Uses an item outside of a battle. */
static u8 use(u8 number) {
  item_load(number);
  switch (item.kind) {
    case ITEM_KIND_HEAL: case ITEM_KIND_CURE: case ITEM_KIND_REVIVE: case ITEM_KIND_REFRESH:
      use_on_member(number);
      return BAG_NOTHING;
    case ITEM_KIND_REPEL:
      wRepelSteps = item.value;
      bag_remove(number, 1);
      tell("The smoke keeps\nwild ones away.");
      return BAG_NOTHING;
    case ITEM_KIND_ESCAPE:
      bag_remove(number, 1);
      tell("You follow the\nthread back.");
      return BAG_THREAD;
    default:
      tell("This is not the\ntime for that.");
      return BAG_NOTHING;
  }
}

u8 bag_run(void) __banked {
  u8 slot, action;
  for (;;) {
    slot = choose();
    if (slot == NONE) return BAG_NOTHING;
    action = choose_action();
    if (action == 1) toss(slot);
    else if (action == 0 && use(wBagItems[slot].item) == BAG_THREAD) return BAG_THREAD;
  }
}

u8 bag_choose(void) __banked {
  u8 mode = wScreenMode;
  u8 slot, number = NONE;
  wScreenMode = MODE_MENU;
  for (;;) {
    slot = choose();
    if (slot == NONE) break;
    number = wBagItems[slot].item;
    item_load(number);
    if (item.kind == ITEM_KIND_ORB) break;
    if (item.kind >= ITEM_KIND_HEAL && item.kind <= ITEM_KIND_REFRESH && use_on_member(number)) break;
    if (item.kind > ITEM_KIND_REFRESH) tell("This is not the\ntime for that.");
  }
  wScreenMode = mode;
  return slot == NONE ? NONE : number;
}
