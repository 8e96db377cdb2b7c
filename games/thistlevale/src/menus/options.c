#include "menus/options.h"
#include "battle_art.h"
#include "banks.h"
#include "hardware.h"
#include "joypad.h"
#include "menus/menus.h"
#include "menus/naming.h"
#include "music.h"
#include "palette.h"
#include "say.h"
#include "state.h"
#include "text.h"
#include "video.h"

enum option { OPTION_TEXT, OPTION_FRAME, OPTION_COLOURS, OPTION_NAME, OPTIONS };
static const char *const titles[OPTIONS] = {"TEXT", "FRAME", "COLOURS", "NAME"};
static const char *const values[OPTION_NAME][3] = {{"FAST  ", "MIDDLE", "SLOW  "}, {"PLAIN  ", "THISTLE", ""}, {"DAY    ", "HARVEST", "DUSK   "}};
static const u8 counts[OPTION_NAME] = {3, 2, 3};

static u8 value_of(u8 option) {
  if (option == OPTION_TEXT) return wTextSpeed == 1 ? 0 : wTextSpeed == 2 ? 1 : 2;
  return option == OPTION_FRAME ? wFrameStyle : wPaletteStyle;
}

static void set(u8 option, u8 value) {
  if (option == OPTION_TEXT) {
    wTextSpeed = (u8)(1 << value);
  } else if (option == OPTION_FRAME) {
    wFrameStyle = value;
    frame_load();
  } else {
    wPaletteStyle = value;
    palette_fade(0);
  }
}

static void draw(void) {
  u8 option;
  for (option = 0; option != OPTIONS; option++) {
    print(WINDOW_CELL(2, 3 + option * 4), titles[option]);
    if (option != OPTION_NAME) print(WINDOW_CELL(2, 4 + option * 4), values[option][value_of(option)]);
  }
  /* The panel shows the first seven letters. */
  for (option = 0; option != 7 && wPlayerName[option]; option++) put_tile(WINDOW_CELL(2, 16) + option, (u8)(wPlayerName[option] + TILE_FONT));
}

/* The screen for a name takes the whole window: the panel is drawn anew by whoever opened it. */
static void name_player(void) {
  wMenuKind = MENU_NONE;
  say_begin();
  say_add("YOUR NAME?");
  naming_run(wPlayerName);
  wMenuKind = MENU_NONE;
}

/* Up and down choose an option, left, right and A change it. */
void options_run(void) __banked {
  u8 event, value;
  box_draw(VRAM_WINDOW, 10, 18);
  print(WINDOW_CELL(2, 1), "OPTIONS");
  list_open(MENU_OPTIONS, OPTIONS, OPTIONS, 0);
  list_place(WINDOW_CELL(1, 3), 4);
  list_sideways();
  for (;;) {
    draw();
    event = list_run();
    if (event == LIST_CANCELLED) break;
    if (wCurrentMenuItem == OPTION_NAME) {
      if (event != LIST_CHOSEN) continue;
      name_player();
      return;
    }
    value = value_of(wCurrentMenuItem);
    if (event == LIST_LEFT) value = value ? (u8)(value - 1) : (u8)(counts[wCurrentMenuItem] - 1);
    else if (event == LIST_RIGHT || event == LIST_CHOSEN) value = value + 1 == counts[wCurrentMenuItem] ? 0 : (u8)(value + 1);
    else continue;
    set(wCurrentMenuItem, value);
  }
  wMenuKind = MENU_NONE;
}

/* Harvest takes blue away, dusk takes red and green away. */
void palette_tint(const u8 *from, u8 *to) __banked {
  const u16 *colour = (const u16 *)from;
  u16 *out = (u16 *)to;
  u8 i, red, green, blue;
  for (i = 0; i != 32; i++, colour++, out++) {
    red = (u8)*colour & 31;
    green = (u8)(*colour >> 5) & 31;
    blue = (u8)(*colour >> 10) & 31;
    if (wPaletteStyle == 1) {
      green -= green >> 3;
      blue -= (u8)((blue >> 2) + (blue >> 3));
    } else {
      red -= (u8)((red >> 2) + (red >> 3));
      green -= green >> 2;
    }
    *out = red | ((u16)green << 5) | ((u16)blue << 10);
  }
}

u8 palette_greys(void) __banked { return wPaletteStyle == 1 ? 0xA4 : 0x1B; }
