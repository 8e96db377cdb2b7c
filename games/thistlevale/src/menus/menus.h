/* Menus: lists with a cursor, questions, and the screens that are made of them. They are drawn in the window. */
#ifndef MENUS_H
#define MENUS_H
#include "types.h"

/* Values of wMenuKind: which menu waits for buttons now. memory-map.md lists them. */
enum menu_kind {
  MENU_NONE, MENU_START, MENU_PARTY, MENU_PARTY_ACTION, MENU_SUMMARY, MENU_BAG, MENU_BAG_ACTION, MENU_QUANTITY,
  MENU_SHOP, MENU_SHOP_BUY, MENU_SHOP_SELL, MENU_YES_NO, MENU_NAMING, MENU_OPTIONS, MENU_BOX, MENU_BOX_ACTION,
  MENU_BATTLE, MENU_MOVES, MENU_FORGET
};

/* volatile: SDCC 4.2 drops the last store of a loop to a variable that the function does not read itself. */
extern volatile u8 wMenuKind;
extern u8 wCurrentMenuItem;  /* the entry at the cursor, counted from 0 through the whole list */
extern u8 wListScrollOffset; /* the entry in the uppermost row */
extern u8 wListCount;        /* how many entries there are */

#define WINDOW_CELL(x, y) (VRAM_WINDOW + (y) * 32 + (x))

enum list_event { LIST_CHOSEN, LIST_CANCELLED, LIST_SCROLLED, LIST_SELECT, LIST_MOVED, LIST_LEFT, LIST_RIGHT };
/*
 * A list of count entries of which `rows` are seen, `step` tile rows apart; its cursor stands in the column of first_cell.
 * list_open sets it up with the cursor at an entry; then draw the rows from wListScrollOffset on and call list_run, which
 * returns when something was chosen, or when the rows have to be drawn anew.
 */
void list_open(u8 kind, u8 count, u8 rows, u8 at) __banked;
void list_place(u8 *first_cell, u8 step) __banked;
u8 list_run(void) __banked;
/* Makes list_run return LIST_MOVED too, whenever the cursor moved. list_open ends it. */
void list_watch(void) __banked;
/* Makes it return LIST_LEFT and LIST_RIGHT too. */
void list_sideways(void) __banked;
/* Which entry stands in a row, or NONE below the last one; and the cell right of the cursor's. */
u8 list_entry(u8 row) __banked;
u8 *list_cell(u8 row) __banked;

/* Prints a number of up to three digits, right-aligned, and a slash; returns the cell after it. */
u8 *put_number(u8 *cell, u16 number) __banked;

/* The window from this line of the screen on (0: all of it, 96: the text box). Hides the sprites below it. */
void window_show(u8 line) __banked;
void window_hide(void) __banked;
/* Empties 20×18 cells of the window. */
void window_clear(void) __banked;

/* Shows say_text in the text box at the top of the window, letter by letter. */
enum say_end { SAY_WAITS, SAY_GOES_ON, SAY_STAYS };
void say_show(u8 end) __banked;

/* Where the text box lies now: at the top of the window, or low in a window that covers everything. */
u8 *text_corner(void) __banked;
/* Draws the arrows that tell of entries above and below the rows that are seen. */
void list_arrows(u8 *above, u8 *below) __banked;
/* Chooses a quantity from 1 to most, with its price where that is not 0; 0: backed out. */
u8 number_choose(u8 most, u16 price) __banked;
/* Loads the frame of boxes that the options ask for. */
void frame_load(void) __banked;
/* A box with YES and NO over the six right columns of the text box; 1 for yes, 0 for no and B. */
u8 yes_no(void) __banked;
extern u8 wTextWaiting; /* 1 while a text waits for A or B */
#endif
