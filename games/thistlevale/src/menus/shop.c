#include "menus/shop.h"
#include "hardware.h"
#include "items/bag.h"
#include "menus/menus.h"
#include "published.h"
#include "say.h"
#include "state.h"
#include "text.h"
#include "video.h"

#define ROWS 5

static u8 here; /* the shop */

static void draw_money(void) {
  u8 i;
  for (i = 0; i != 8; i++) put_tile(WINDOW_CELL(12, 0) + i, TILE_SPACE);
  print_number(print(WINDOW_CELL(12, 0), "$"), wMoney);
}

static void draw_frame(const char *title) {
  window_clear();
  print(WINDOW_CELL(1, 0), title);
  draw_money();
}

static u16 price_of(u8 number, u8 selling) {
  item_load(number);
  return selling ? item.price >> 1 : item.price;
}

static void draw_rows(u8 selling) {
  u8 row, i, entry, number;
  u8 *cell;
  for (row = 0; row != ROWS; row++) {
    cell = WINDOW_CELL(2, 2 + (row << 1));
    for (i = 0; i != 17; i++) {
      put_tile(cell + i, TILE_SPACE);
      put_tile(cell + 32 + i, TILE_SPACE);
    }
    entry = list_entry(row);
    if (entry == NONE) continue;
    number = selling ? wBagItems[entry].item : shop_item(here, entry);
    print_number(print(cell + 39, "$"), price_of(number, selling));
    print(cell, item.name);
    if (selling) print_number(print(cell + 33, "x"), wBagItems[entry].count);
  }
  list_arrows(WINDOW_CELL(19, 2), WINDOW_CELL(19, 11));
}

static void tell(const char *words, u8 end) {
  say_begin();
  say_add(words);
  say_show(end);
}

/* "Balm" and below it "x3: $900?" */
static u8 ask(u8 n, u16 price) {
  say_begin();
  say_add(item.name);
  say_add("\nx");
  say_add_number(n);
  say_add(": $");
  say_add_number(n * price);
  say_add("?");
  say_show(SAY_STAYS);
  return yes_no();
}

static void buy(u8 number) {
  u16 price = price_of(number, 0);
  u8 n;
  if (price > wMoney) {
    tell("You have not\nenough money.", SAY_WAITS);
    return;
  }
  n = number_choose(wMoney / price > MOST_OF_AN_ITEM ? MOST_OF_AN_ITEM : (u8)(wMoney / price), price);
  if (!n || !ask(n, price)) return;
  if (!bag_add(number, n)) {
    tell("Your bag is full.", SAY_WAITS);
    return;
  }
  money_pay(n * price);
  draw_money();
  tell("Thank you!", SAY_WAITS);
}

static void sell(u8 entry) {
  u8 number = wBagItems[entry].item;
  u16 price = price_of(number, 1);
  u8 n;
  if (price == 0) {
    tell("I cannot take that.", SAY_WAITS);
    return;
  }
  n = number_choose(wBagItems[entry].count, price);
  item_load(number);
  if (!n || !ask(n, price)) return;
  bag_remove(number, n);
  money_add(n * price);
  draw_money();
  tell("Thank you!", SAY_WAITS);
}

static u8 goods(void) {
  u8 count = 0;
  while (shop_item(here, count) != NONE) count++;
  return count;
}

/* A list of things until the player backs out. */
static void trade(u8 selling) {
  u8 at = 0, event;
  for (;;) {
    draw_frame(selling ? "SELL" : "BUY");
    list_open(selling ? MENU_SHOP_SELL : MENU_SHOP_BUY, selling ? wNumBagItems : goods(), ROWS, at);
    list_place(WINDOW_CELL(1, 2), 2);
    do {
      draw_rows(selling);
      event = list_run();
    } while (event == LIST_SCROLLED || event == LIST_SELECT);
    wMenuKind = MENU_NONE;
    if (event != LIST_CHOSEN || wListCount == 0) return;
    at = wCurrentMenuItem;
    if (selling) sell(at);
    else buy(shop_item(here, at));
  }
}

static u8 choose(void) {
  u8 event;
  draw_frame("WELCOME!");
  box_draw(WINDOW_CELL(0, 2), 9, 8);
  print(WINDOW_CELL(3, 4), "BUY");
  print(WINDOW_CELL(3, 6), "SELL");
  print(WINDOW_CELL(3, 8), "LEAVE");
  list_open(MENU_SHOP, 3, 3, 0);
  list_place(WINDOW_CELL(2, 4), 2);
  do event = list_run();
  while (event == LIST_SELECT);
  wMenuKind = MENU_NONE;
  return event == LIST_CHOSEN ? wCurrentMenuItem : 2;
}

void shop_run(u8 shop) __banked {
  u8 mode = wScreenMode;
  u8 what;
  here = shop;
  wScreenMode = MODE_MENU;
  window_show(0);
  for (;;) {
    what = choose();
    if (what == 2) break;
    trade(what);
  }
  window_hide();
  wScreenMode = mode;
}
