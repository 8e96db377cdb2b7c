#include "hardware.h"
#include "joypad.h"
#include "menus/menus.h"
#include "music.h"
#include "say.h"
#include "state.h"
#include "text.h"
#include "video.h"

#define FIRST_LINE (corner + 2 * 32 + 1)
#define SECOND_LINE (corner + 4 * 32 + 1)
#define ARROW (corner + 4 * 32 + 18)
/* How long a sentence that goes on by itself can be read. */
#define READING_FRAMES 40

u8 wTextWaiting;
static u8 *corner;

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

/* A letter takes wTextSpeed frames; one while A or B is held. */
static void letter(u8 *cell, u8 character) {
  u8 wait = wTextSpeed;
  put_tile(cell, (u8)(character + TILE_FONT));
  if (character != ' ' && (wFrameCounter & 2)) sound_letter();
  do {
    frame();
    if (joy_held & (BUTTON_A | BUTTON_B)) return;
  } while (--wait);
}

static void read(void) {
  u8 wait = READING_FRAMES;
  do frame();
  while (--wait && !(joy_pressed & (BUTTON_A | BUTTON_B)));
}

void say_show(u8 end) __banked {
  const char *p = say_text;
  u8 *cell;
  corner = text_corner();
  cell = FIRST_LINE;
  box_draw(corner, 20, 6);
  wTextActive = 1;
  for (; *p; p++) {
    if (*p == '\n') {
      cell = SECOND_LINE;
    } else if (*p == '\f') {
      wait_for_button();
      box_draw(corner, 20, 6);
      cell = FIRST_LINE;
    } else {
      letter(cell++, (u8)*p);
    }
  }
  if (end == SAY_WAITS) wait_for_button();
  else if (end == SAY_GOES_ON) read();
  wTextActive = 0;
}
