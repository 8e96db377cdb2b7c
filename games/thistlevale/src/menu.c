#include "menu.h"
#include "hardware.h"
#include "ids.h"
#include "map.h"
#include "published.h"
#include "save.h"
#include "sprite.h"
#include "state.h"
#include "text.h"
#include "video.h"

#define CELL(x, y) (VRAM_WINDOW + (y) * 32 + (x))
enum entry { ENTRY_SAVE, ENTRY_OPTION, ENTRY_EXIT, ENTRIES };

static void draw_panel(void) {
  box_draw(VRAM_WINDOW, 10, 18);
  print(CELL(3, 3), "SAVE");
  print(CELL(3, 5), "OPTION");
  print(CELL(3, 7), "EXIT");
  print(CELL(2, 11), "STEPS");
  print_number(CELL(2, 13), wStepCount);
}

static void open_panel(void) {
  wScreenMode = MODE_MENU;
  cover = COVER_MENU;
  sprites_draw();
  window_x = 87;
  window_y = 0;
  lcd_control |= LCDC_WINDOW;
}

static void close_panel(void) {
  lcd_control &= (u8)~LCDC_WINDOW;
  cover = COVER_NONE;
  wScreenMode = MODE_OVERWORLD;
  sprites_draw();
}

/* Text speed: 1, 2 or 4 frames a letter. */
static void options(void) {
  u8 at = wTextSpeed == 1 ? 0 : wTextSpeed == 2 ? 1 : 2;
  box_draw(VRAM_WINDOW, 10, 18);
  print(CELL(2, 2), "TEXT");
  print(CELL(3, 4), "FAST");
  print(CELL(3, 6), "MIDDLE");
  print(CELL(3, 8), "SLOW");
  at = choose(CELL(2, 4), 3, at);
  if (at != NONE) wTextSpeed = (u8)(1 << at);
}

u8 menu_run(void) __banked {
  u8 at = 0;
  for (;;) {
    draw_panel();
    open_panel();
    at = choose(CELL(2, 3), ENTRIES, at);
    if (at == ENTRY_OPTION) {
      options();
      continue;
    }
    close_panel();
    if (at != ENTRY_SAVE) return at == ENTRY_EXIT;
    save_write();
    text_show(TEXT_SAVED);
    return 0;
  }
}
