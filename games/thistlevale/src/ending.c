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

void ending_run(void) __banked {
  wScreenMode = MODE_TRANSITION;
  map_visible = 0;
  wNumPersons = 0;
  lcd_off();
  picture_load(PICTURE_ENDING);
  sprites_clear();
  palette_fade(4);
  lcd_on();
  print(CELL(3, 1), "THE ROAD OPENS");
  print(CELL(1, 14), "CHAPTER 1 COMPLETE");
  print_number(print(CELL(5, 16), "STEPS "), wStepCount);
  wScreenMode = MODE_ENDING;
  music_play(MUSIC_ENDING);
  fade_in();
  do {
    drift_update();
    frame();
  } while (!(joy_pressed & BUTTON_START));
  wScreenMode = MODE_TRANSITION;
  fade_out();
}
