#include "menus/naming.h"
#include "banks.h"
#include "hardware.h"
#include "joypad.h"
#include "menus/menus.h"
#include "music.h"
#include "say.h"
#include "state.h"
#include "text.h"
#include "video.h"

#define COLUMNS 9
#define ROWS 6
#define LETTERS (COLUMNS * ROWS)
/* wCurrentMenuItem below LETTERS is a letter, then these two. */
#define ENTRY_DELETE LETTERS
#define ENTRY_END (LETTERS + 1)

static const char letters[LETTERS + 1] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz-";
static char written[NAME_LENGTH];
static u8 length;

static u8 *cell_of(u8 at) {
  if (at >= LETTERS) return WINDOW_CELL(at == ENTRY_DELETE ? 3 : 12, 16);
  return WINDOW_CELL(1 + (at % COLUMNS) * 2, 4 + (at / COLUMNS) * 2);
}

static void draw_letters(void) {
  u8 at;
  for (at = 0; at != LETTERS; at++) put_tile(cell_of(at) + 1, (u8)(letters[at] + TILE_FONT));
  print(cell_of(ENTRY_DELETE) + 1, "DEL");
  print(cell_of(ENTRY_END) + 1, "END");
}

static void draw_name(void) {
  u8 i;
  for (i = 0; i != NAME_LENGTH - 1; i++) put_tile(WINDOW_CELL(5, 2) + i, (u8)((i < length ? written[i] : '_') + TILE_FONT));
}

static u8 moved(u8 at) {
  u8 column = at % COLUMNS;
  if (joy_pressed & BUTTON_LEFT) {
    if (at >= LETTERS) return (u8)(ENTRY_DELETE + ENTRY_END - at);
    return column ? (u8)(at - 1) : (u8)(at + COLUMNS - 1);
  }
  if (joy_pressed & BUTTON_RIGHT) {
    if (at >= LETTERS) return (u8)(ENTRY_DELETE + ENTRY_END - at);
    return column == COLUMNS - 1 ? (u8)(at - column) : (u8)(at + 1);
  }
  if (joy_pressed & BUTTON_DOWN) {
    if (at >= LETTERS) return at == ENTRY_DELETE ? 1 : 6;
    if (at + COLUMNS < LETTERS) return (u8)(at + COLUMNS);
    return column < 5 ? ENTRY_DELETE : ENTRY_END;
  }
  if (at >= LETTERS) return (u8)(LETTERS - COLUMNS + (at == ENTRY_DELETE ? 1 : 6));
  if (at >= COLUMNS) return (u8)(at - COLUMNS);
  return column < 5 ? ENTRY_DELETE : ENTRY_END;
}

/* Returns 1 when the name is ready. */
static u8 press(u8 at) {
  sound_select();
  if ((joy_pressed & BUTTON_B) || at == ENTRY_DELETE) {
    if (length) length--;
    return 0;
  }
  if (at == ENTRY_END) return 1;
  if (length != NAME_LENGTH - 1) written[length++] = letters[at];
  return 0;
}

void naming_run(char *name) __banked {
  u8 at = 0, mode = wScreenMode, way;
  length = 0;
  wScreenMode = MODE_MENU;
  window_clear();
  window_show(0);
  print(WINDOW_CELL(2, 0), say_text);
  draw_letters();
  wMenuKind = MENU_NAMING;
  wListCount = ENTRY_END + 1;
  for (;;) {
    draw_name();
    wCurrentMenuItem = at;
    put_tile(cell_of(at), TILE_CURSOR);
    frame();
    if (joy_pressed & BUTTON_START) {
      put_tile(cell_of(at), TILE_SPACE);
      at = ENTRY_END;
    } else if (joy_pressed & (BUTTON_A | BUTTON_B)) {
      if (press(at)) break;
    } else {
      way = joy_pressed & (BUTTON_UP | BUTTON_DOWN | BUTTON_LEFT | BUTTON_RIGHT);
      if (!way) continue;
      put_tile(cell_of(at), TILE_SPACE);
      at = moved(at);
      sound_cursor();
    }
  }
  wMenuKind = MENU_NONE;
  wScreenMode = mode;
  /* Spaces alone are no name. */
  while (length && written[length - 1] == ' ') length--;
  if (length) {
    written[length] = 0;
    copy((u8 *)name, (const u8 *)written, (u16)length + 1);
  }
}
