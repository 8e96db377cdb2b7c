/* A fifth move: which of the four is given up for it? */
#include "battle/screen.h"
#include "hardware.h"
#include "menus/menus.h"
#include "party/party.h"
#include "say.h"
#include "text.h"

static void say_learning(u8 place, u8 number) {
  say_begin();
  say_add(wPartyMons[place].nickname);
  say_add("\ncould learn\f");
  move_name(number);
  say_add(data_text);
  say_add(", but\nknows four moves.\fGive one up?");
  say_show(SAY_STAYS);
}

static u8 choose_slot(const struct monster *m) {
  u8 slot, event;
  box_draw(VRAM_WINDOW, 20, 6);
  for (slot = 0; slot != MOVES; slot++) {
    move_name(m->moves[slot]);
    print(WINDOW_CELL(2, 1 + slot), data_text);
  }
  list_open(MENU_FORGET, MOVES, MOVES, 0);
  list_place(WINDOW_CELL(1, 1), 1);
  do event = list_run();
  while (event == LIST_SELECT);
  wMenuKind = MENU_NONE;
  return event == LIST_CHOSEN ? wCurrentMenuItem : NONE;
}

u8 ask_forget(u8 place, u8 number) __banked {
  u8 slot;
  say_learning(place, number);
  if (!yes_no()) return NONE;
  slot = choose_slot(&wPartyMons[place]);
  if (slot == NONE) return NONE;
  move_name(wPartyMons[place].moves[slot]);
  say_begin();
  say_add("It gives up\n");
  say_add(data_text);
  say_add(".");
  say_show(SAY_GOES_ON);
  return slot;
}
