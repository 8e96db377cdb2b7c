#include "art.h"
#include "drift.h"
#include "hardware.h"
#include "joypad.h"
#include "music.h"
#include "palette.h"
#include "picture.h"
#include "published.h"
#include "sprite.h"
#include "state.h"
#include "text.h"
#include "title.h"
#include "video.h"

#define CELL(x, y) (VRAM_MAP + (y) * 32 + (x))

/* Frames a card of the credits stays. */
#define CREDIT_FRAMES 180
/* Frames after which the card of the first chapter goes by itself: about fifteen seconds. */
#define CARD_FRAMES 900

static void open_picture(void) {
  wScreenMode = MODE_TRANSITION;
  map_visible = 0;
  wNumPersons = 0;
  lcd_off();
  picture_load(PICTURE_ENDING);
  sprites_clear();
  palette_fade(4);
  lcd_on();
}

void chapter_run(void) __banked {
  u16 left = CARD_FRAMES;
  open_picture();
  print(CELL(3, 1), "THE ROAD OPENS");
  print(CELL(1, 14), "CHAPTER 1 COMPLETE");
  print_number(print(CELL(5, 16), "STEPS "), wStepCount);
  wScreenMode = MODE_ENDING;
  music_play(MUSIC_ENDING);
  fade_in();
  do {
    drift_update();
    frame();
  } while (--left && !(joy_pressed & (BUTTON_START | BUTTON_A)));
  wScreenMode = MODE_TRANSITION;
  fade_out();
  sprites_clear();
  music_play(MUSIC_VALE);
}

/* Two lines a card; their first letters stand where the lines are centred. */
struct credit {
  u8 x, x2;
  const char *first, *second;
};
static const struct credit credits[] = {
    {4, 3, "THISTLEVALE", "THE WIDE COUNTRY"},
    {5, 2, "STORY, MAPS,", "ART, TUNES, CODE:"},
    {2, 4, "THE EEVEE MAKERS", "FREE TO SHARE"},
    {1, 3, "THE BEACON IS LIT.", "THANKS TO YOU!"},
};
#define CARDS 4

static void credit_card(const struct credit *c) {
  print(CELL(1, 14), "                  ");
  print(CELL(1, 16), "                  ");
  print(CELL(c->x, 14), c->first);
  print(CELL(c->x2, 16), c->second);
}

void ending_run(void) __banked {
  u8 card = 0, left = 0;
  open_picture();
  print(CELL(2, 1), "THE BEACON BURNS");
  wScreenMode = MODE_ENDING;
  music_play(MUSIC_ENDING);
  fade_in();
  do {
    if (left == 0 && card != CARDS) credit_card(&credits[card++]);
    left = left ? (u8)(left - 1) : CREDIT_FRAMES;
    drift_update();
    frame();
  } while (card != CARDS || !(joy_pressed & BUTTON_START));
  wScreenMode = MODE_TRANSITION;
  fade_out();
}
