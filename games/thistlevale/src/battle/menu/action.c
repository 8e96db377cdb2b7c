/* The player's choice of a turn. */
#include "battle/screen.h"
#include "hardware.h"
#include "items/bag.h"
#include "items/use.h"
#include "joypad.h"
#include "menus/bag_menu.h"
#include "menus/menus.h"
#include "menus/party_menu.h"
#include "music.h"
#include "text.h"
#include "video.h"

enum entry { ENTRY_FIGHT, ENTRY_BAG, ENTRY_PARTY, ENTRY_RUN };

static u8 last_entry, last_slot;

static u8 *entry_cell(u8 entry) { return WINDOW_CELL(9 + (entry & 1 ? 6 : 0), 2 + (entry & 2)); }

static void draw_entries(void) {
  box_draw(VRAM_WINDOW, 20, 6);
  box_draw(WINDOW_CELL(8, 0), 12, 6);
  print(WINDOW_CELL(1, 2), "What");
  print(WINDOW_CELL(1, 4), "now?");
  print(WINDOW_CELL(10, 2), "FIGHT BAG");
  print(WINDOW_CELL(10, 4), "PARTY RUN");
}

/* Two columns: the list of other menus has one. */
static u8 choose_entry(void) {
  u8 at = last_entry;
  draw_entries();
  wMenuKind = MENU_BATTLE;
  wListCount = 4;
  wListScrollOffset = 0;
  for (;;) {
    wCurrentMenuItem = at;
    put_tile(entry_cell(at), TILE_CURSOR);
    frame();
    if (joy_pressed & BUTTON_A) break;
    if (!(joy_pressed & (BUTTON_UP | BUTTON_DOWN | BUTTON_LEFT | BUTTON_RIGHT))) continue;
    put_tile(entry_cell(at), TILE_SPACE);
    if (joy_pressed & BUTTON_UP) at &= 1;
    else if (joy_pressed & BUTTON_DOWN) at |= 2;
    else if (joy_pressed & BUTTON_LEFT) at &= 2;
    else at |= 1;
    sound_cursor();
  }
  sound_select();
  wMenuKind = MENU_NONE;
  last_entry = at;
  return at;
}

static u8 known_moves(void) {
  u8 count = 0;
  while (count != MOVES && wBattleMon.mon.moves[count] != NONE) count++;
  return count;
}

static void draw_moves(u8 count) {
  u8 row;
  box_draw(VRAM_WINDOW, 14, 6);
  box_draw(WINDOW_CELL(13, 0), 7, 6);
  for (row = 0; row != count; row++) {
    move_name(wBattleMon.mon.moves[row]);
    print(WINDOW_CELL(2, 1 + row), data_text);
  }
}

/* Two digits and a slash. */
static u8 *put_pp(u8 *cell, u8 pp) {
  if (pp < 10) put_tile(cell++, TILE_SPACE);
  cell = print_number(cell, pp);
  put_tile(cell++, '/' + TILE_FONT);
  return cell;
}

/* Type and PP of the move at the cursor. */
static void draw_facts(u8 slot) {
  u8 i;
  for (i = 0; i != 5; i++) {
    put_tile(WINDOW_CELL(14, 1) + i, TILE_SPACE);
    put_tile(WINDOW_CELL(14, 4) + i, TILE_SPACE);
  }
  move_load(wBattleMon.mon.moves[slot]);
  type_name(move.type);
  data_text[5] = 0;
  print(WINDOW_CELL(14, 1), data_text);
  print(WINDOW_CELL(14, 3), "PP");
  print_number(put_pp(WINDOW_CELL(14, 4), wBattleMon.mon.pp[slot]), move.pp);
}

static u8 choose_move(void) {
  u8 count = known_moves();
  u8 slot;
  if (!fighter_has_pp(&wBattleMon)) {
    say_side = PLAYER_SIDE;
    show_message(SAY_TIRED);
    return 1;
  }
  for (;;) {
    draw_moves(count);
    list_open(MENU_MOVES, count, count, last_slot);
    list_place(WINDOW_CELL(1, 1), 1);
    list_watch();
    do {
      draw_facts(wCurrentMenuItem);
      slot = list_run();
    } while (slot == LIST_MOVED || slot == LIST_SELECT);
    wMenuKind = MENU_NONE;
    if (slot == LIST_CANCELLED) return 0;
    last_slot = wCurrentMenuItem;
    if (wBattleMon.mon.pp[last_slot]) break;
    show_message(SAY_NO_PP);
  }
  wPlayerChoice = last_slot;
  return 1;
}

/* Back from a menu that covered all: the window is the text box again. */
static void back(void) {
  box_draw(VRAM_WINDOW, 20, 6);
  window_show(96);
}

static u8 choose_place(void) {
  u8 place = party_choose(PARTY_SWITCH);
  back();
  if (place == NONE) return 0;
  say_side = (u8)(PARTY_NAME + place);
  if (place == wBattleMon.position || wPartyMons[place].hp == 0) {
    show_message(place == wBattleMon.position ? SAY_ALREADY_OUT : SAY_CANNOT_FIGHT);
    return 0;
  }
  wPlayerAction = ACTION_SWITCH;
  wPlayerChoice = place;
  return 1;
}

static u8 choose_item(void) {
  u8 chosen = bag_choose();
  back();
  if (chosen == NONE) return 0;
  item_load(chosen);
  wPlayerAction = item.kind == ITEM_KIND_ORB ? ACTION_ORB : ACTION_ITEM;
  wPlayerChoice = chosen;
  if (wPlayerAction == ACTION_ORB) bag_remove(chosen, 1);
  return 1;
}

void ask_action(void) __banked {
  if (wBattleTurn == 0) last_entry = ENTRY_FIGHT;
  if (last_slot >= known_moves() || wBattleTurn == 0) last_slot = 0;
  for (;;) {
    wPlayerAction = ACTION_MOVE;
    switch (choose_entry()) {
      case ENTRY_FIGHT:
        if (choose_move()) return;
        break;
      case ENTRY_BAG:
        if (choose_item()) return;
        break;
      case ENTRY_PARTY:
        if (choose_place()) return;
        break;
      default:
        wPlayerAction = ACTION_RUN;
        return;
    }
  }
}

u8 ask_next(void) __banked {
  u8 place;
  do {
    place = party_choose(PARTY_NEXT);
    if (place != NONE && wPartyMons[place].hp) break;
  } while (1);
  back();
  last_slot = 0;
  return place;
}
