#include "menu.h"
#include "hardware.h"
#include "ids.h"
#include "items/bag.h"
#include "menus/bag_menu.h"
#include "menus/menus.h"
#include "menus/options.h"
#include "menus/party_menu.h"
#include "party/party.h"
#include "published.h"
#include "save.h"
#include "sprite.h"
#include "state.h"
#include "text.h"
#include "video.h"

enum entry { ENTRY_PARTY, ENTRY_BAG, ENTRY_SAVE, ENTRY_OPTION, ENTRY_EXIT, ENTRIES };
static const char *const labels[ENTRIES] = {"PARTY", "BAG", "SAVE", "OPTION", "EXIT"};

/* Before the first monster there is neither party nor bag to look at. */
static u8 first_entry(void) { return wPartyCount || wNumBagItems ? ENTRY_PARTY : ENTRY_SAVE; }

static void draw_panel(u8 first) {
  u8 i;
  box_draw(VRAM_WINDOW, 10, 18);
  for (i = first; i != ENTRIES; i++) print(WINDOW_CELL(3, 3 + (u8)(i - first) * 2), labels[i]);
  i = first == ENTRY_SAVE ? 11 : 13;
  print(WINDOW_CELL(2, i), "STEPS");
  print_number(WINDOW_CELL(2, i + 2), wStepCount);
}

static void open_panel(void) {
  wScreenMode = MODE_MENU;
  cover = COVER_MENU;
  sprites_draw();
  window_x = 87;
  window_y = 0;
  lcd_control |= LCDC_WINDOW;
}

static void close_panel(void) {
  window_hide();
  wScreenMode = MODE_OVERWORLD;
}

/* The entry that was chosen, or NONE. */
static u8 choose_entry(u8 first, u8 at) {
  u8 event;
  draw_panel(first);
  open_panel();
  list_open(MENU_START, (u8)(ENTRIES - first), ENTRIES, (u8)(at - first));
  list_place(WINDOW_CELL(2, 3), 2);
  do event = list_run();
  while (event == LIST_SELECT);
  wMenuKind = MENU_NONE;
  return event == LIST_CHOSEN ? (u8)(wCurrentMenuItem + first) : NONE;
}

u8 menu_run(void) __banked {
  u8 first = first_entry();
  u8 at = first;
  for (;;) {
    at = choose_entry(first, at);
    switch (at) {
      case ENTRY_PARTY:
        if (wPartyCount) party_run();
        break;
      case ENTRY_BAG:
        if (bag_run() == BAG_THREAD) {
          close_panel();
          return MENU_THREAD;
        }
        break;
      case ENTRY_OPTION:
        options_run();
        break;
      case ENTRY_SAVE:
        close_panel();
        save_write();
        text_show(TEXT_SAVED);
        return MENU_STAYED;
      default:
        close_panel();
        return at == ENTRY_EXIT ? MENU_LEFT : MENU_STAYED;
    }
  }
}
