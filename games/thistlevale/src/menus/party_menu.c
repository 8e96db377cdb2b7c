#include "menus/party_menu.h"
#include "hardware.h"
#include "menus/menus.h"
#include "party/party.h"
#include "state.h"
#include "text.h"
#include "video.h"

static const char *const titles[] = {"Your party", "Who shall fight?", "Who comes next?", "For whom?"};
static const char *const labels[] = {"   ", "DOZ", "VEN", "SCH", "NUM"};

/* Two lines a member: name and level; state and HP. */
static void draw_member(u8 place) {
  const struct monster *m = &wPartyMons[place];
  u8 *cell = WINDOW_CELL(2, 2 + (place << 1));
  print(cell, m->nickname);
  print_number(print(cell + 12, "Lv"), m->level);
  cell += 32;
  print(cell + 1, m->hp ? labels[m->status] : "FAINTED");
  print(cell + 9, "HP");
  print_number(put_number(cell + 11, m->hp), m->max_hp);
}

static void draw(u8 purpose) {
  u8 place;
  window_clear();
  print(WINDOW_CELL(1, 0), titles[purpose]);
  for (place = 0; place != wPartyCount; place++) draw_member(place);
}

u8 party_choose(u8 purpose) __banked {
  u8 mode = wScreenMode;
  u8 event;
  draw(purpose);
  wScreenMode = MODE_MENU;
  window_show(0);
  list_open(MENU_PARTY, wPartyCount, PARTY_SIZE, 0);
  list_place(WINDOW_CELL(1, 2), 2);
  do event = list_run();
  while (event == LIST_SELECT || (event == LIST_CANCELLED && purpose == PARTY_NEXT));
  wMenuKind = MENU_NONE;
  wScreenMode = mode;
  return event == LIST_CHOSEN ? wCurrentMenuItem : NONE;
}
