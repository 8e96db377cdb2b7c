#include "text.h"
#include "art.h"
#include "banks.h"
#include "hardware.h"
#include "joypad.h"
#include "menus/naming.h"
#include "music.h"
#include "published.h"
#include "sprite.h"
#include "state.h"
#include "video.h"
#include "words.h"
#include "world.h"
#include "battle_art.h"
#include "data/data.h"
#include "menus/menus.h"
#include "menus/options.h"

enum code { CODE_END, CODE_LINE, CODE_PAGE, CODE_WORD, CODE_NUMBER, CODE_STEPS, CODE_THING, CODE_COUNT, CODE_PASSWORD, CODE_DIRECTION, CODE_ITEM, CODE_PLAYER };

#define BOX_WIDTH 20
#define BOX_HEIGHT 6
#define FIRST_LINE (VRAM_WINDOW + 2 * 32 + 1)
#define SECOND_LINE (VRAM_WINDOW + 4 * 32 + 1)
#define ARROW (VRAM_WINDOW + 4 * 32 + 18)

static u8 *cursor;
static u8 mode_before;
u8 text_item;

void font_load(void) {
  bank_copy(VRAM_FONT, font_tiles, 1728, BANK_ART);
  if (wFrameStyle) art_battle_tiles(TILE_FRAMES_OTHER, 8, VRAM_SPRITES + TILE_FRAME * 16);
}

static void box_row(u8 *cell, u8 width, u8 left, u8 middle, u8 right) {
  put_tile(cell++, left);
  for (width -= 2; width; width--) put_tile(cell++, middle);
  put_tile(cell, right);
}

void box_draw(u8 *corner, u8 width, u8 height) {
  box_row(corner, width, TILE_FRAME, TILE_FRAME + 1, TILE_FRAME + 2);
  for (height -= 2; height; height--) {
    corner += 32;
    box_row(corner, width, TILE_FRAME + 3, TILE_SPACE, TILE_FRAME + 4);
  }
  box_row(corner + 32, width, TILE_FRAME + 5, TILE_FRAME + 6, TILE_FRAME + 7);
}

u8 *print(u8 *cell, const char *string) {
  for (; *string; string++) put_tile(cell++, (u8)(*string + TILE_FONT));
  return cell;
}

u8 *print_number(u8 *cell, u16 number) {
  static const u16 powers[4] = {10000, 1000, 100, 10};
  u8 i, digit, begun = 0;
  for (i = 0; i != 4; i++) {
    for (digit = '0'; number >= powers[i]; digit++) number -= powers[i];
    if (digit != '0') begun = 1;
    if (begun) put_tile(cell++, (u8)(digit + TILE_FONT));
  }
  put_tile(cell++, (u8)('0' + TILE_FONT + number));
  return cell;
}

static void clear_line(u8 *cell) {
  u8 i;
  for (i = 0; i != BOX_WIDTH - 2; i++) put_tile(cell++, TILE_SPACE);
}

/* A letter takes wTextSpeed frames; one frame while A or B is held. */
static void letter(u8 character) {
  u8 wait;
  put_tile(cursor++, (u8)(character + TILE_FONT));
  if (character != ' ' && (wFrameCounter & 2)) sound_letter();
  wait = wTextSpeed;
  do {
    frame();
    if (joy_held & (BUTTON_A | BUTTON_B)) break;
  } while (--wait);
}

static void wait_for_button(void) {
  u8 beat = 0;
  wTextWaiting = 1;
  do {
    put_tile(ARROW, (beat & 16) ? TILE_SPACE : TILE_ARROW);
    beat++;
    frame();
  } while (!(joy_pressed & (BUTTON_A | BUTTON_B)));
  wTextWaiting = 0;
  put_tile(ARROW, TILE_SPACE);
  sound_select();
}

static void letters(const char *string) {
  while (*string) letter((u8)*string++);
}

static void number(u16 value) {
  u8 *end = print_number(cursor, value);
  cursor = end;
  frame();
}

static void pages(const u8 *p) {
  u8 code;
  cursor = FIRST_LINE;
  while ((code = *p++) != CODE_END) {
    switch (code) {
      case CODE_LINE:
        cursor = SECOND_LINE;
        break;
      case CODE_PAGE:
        wait_for_button();
        clear_line(FIRST_LINE);
        clear_line(SECOND_LINE);
        cursor = FIRST_LINE;
        break;
      case CODE_WORD:
        letters(seeded_word());
        break;
      case CODE_NUMBER:
        number(seeded_number((u8)wTextNumber));
        break;
      case CODE_STEPS:
        number(wStepCount);
        break;
      case CODE_THING:
        item_name(wErrandItem);
        letters(data_text);
        break;
      case CODE_COUNT:
        number(wErrandCount);
        break;
      case CODE_PASSWORD:
        letters(seeded_password());
        break;
      case CODE_DIRECTION:
        letters(seeded_direction_name());
        break;
      case CODE_ITEM:
        item_name(text_item);
        letters(data_text);
        break;
      case CODE_PLAYER:
        letters(wPlayerName);
        break;
      default:
        letter(code);
    }
  }
}

void text_open(u16 text) {
  u8 before = bank_switch(BANK_TEXTS);
  if (!wTextActive) {
    mode_before = wScreenMode;
    box_draw(VRAM_WINDOW, BOX_WIDTH, BOX_HEIGHT);
    wTextActive = 1;
    wScreenMode = MODE_DIALOG;
    cover = COVER_TEXT;
    window_x = 7;
    window_y = 96;
    lcd_control |= LCDC_WINDOW;
    if (map_visible) sprites_draw();
  }
  wTextNumber = text;
  pages(texts[text]);
  bank_switch(before);
}

void text_close(void) {
  lcd_control &= (u8)~LCDC_WINDOW;
  cover = COVER_NONE;
  wTextActive = 0;
  wScreenMode = mode_before;
  if (map_visible) sprites_draw();
}

void text_show(u16 text) {
  text_open(text);
  wait_for_button();
  text_close();
}
