#include "title.h"
#include "art.h"
#include "drift.h"
#include "hardware.h"
#include "ids.h"
#include "joypad.h"
#include "menu.h"
#include "music.h"
#include "new_game.h"
#include "palette.h"
#include "picture.h"
#include "published.h"
#include "save.h"
#include "sprite.h"
#include "state.h"
#include "text.h"
#include "video.h"

#define CELL(x, y) (VRAM_MAP + (y) * 32 + (x))
#define WINDOW_CELL(x, y) (VRAM_WINDOW + (y) * 32 + (x))

static void blink(u8 on) {
  print(CELL(4, 15), on ? "PRESS  START" : "            ");
}

static void wait_for_start(void) {
  u8 beat = 0;
  do {
    if ((beat & 15) == 0) blink((beat & 48) != 48);
    beat++;
    drift_update();
    frame();
  } while (!(joy_pressed & (BUTTON_START | BUTTON_A)));
  blink(1);
  sound_select();
}

/* With a save there is a choice. Returns 1 to continue. */
static u8 choose_save(void) {
  u8 at;
  sprites_clear();
  box_draw(VRAM_WINDOW, 20, 6);
  print(WINDOW_CELL(4, 2), "CONTINUE");
  print(WINDOW_CELL(4, 4), "NEW GAME");
  window_x = 7;
  window_y = 96;
  lcd_control |= LCDC_WINDOW;
  at = choose(WINDOW_CELL(2, 2), 2, 0);
  lcd_control &= (u8)~LCDC_WINDOW;
  return at == NONE ? NONE : (u8)(at == 0);
}

/* What the player chose: 1 continue, 0 new game, NONE back. A save that cannot be read is refused with a word. */
static u8 choose_game(void) {
  switch (save_look()) {
    case SAVE_WHOLE:
      return choose_save();
    case SAVE_FOREIGN:
      sprites_clear();
      text_show(TEXT_SAVE_FOREIGN);
      return 0;
    case SAVE_DAMAGED:
      sprites_clear();
      text_show(TEXT_SAVE_DAMAGED);
      return 0;
    default:
      return 0;
  }
}

void title_run(void) __banked {
  u8 answer;
  wScreenMode = MODE_TITLE;
  map_visible = 0;
  wNumPersons = 0;
  cover = COVER_NONE;
  lcd_off();
  picture_load(PICTURE_TITLE);
  sprites_clear();
  palette_fade(4);
  lcd_on();
  music_play(MUSIC_TITLE);
  fade_in();
  do {
    wait_for_start();
    answer = choose_game();
  } while (answer == NONE);
  sprites_clear();
  if (answer) {
    save_read();
    wScreenMode = MODE_TRANSITION;
    fade_out();
  } else {
    new_game();
  }
  music_play(MUSIC_VALE);
}
