#include "world/ask.h"
#include "hardware.h"
#include "menu.h"
#include "published.h"
#include "sprite.h"
#include "state.h"
#include "text.h"
#include "video.h"
#include "words.h"

#define CELL(x, y) (VRAM_WINDOW + (y) * 32 + (x))
#define CHOICES 4

u8 password_ask(void) __banked {
  u8 i, at;
  u8 before = wScreenMode;
  box_draw(VRAM_WINDOW, 10, 18);
  for (i = 0; i != CHOICES; i++) print(CELL(2, 4 + i * 2), offered_word(i));
  wScreenMode = MODE_MENU;
  cover = COVER_MENU;
  sprites_draw();
  window_x = 87;
  window_y = 0;
  lcd_control |= LCDC_WINDOW;
  at = choose(CELL(1, 4), CHOICES, 0);
  lcd_control &= (u8)~LCDC_WINDOW;
  cover = COVER_NONE;
  wScreenMode = before;
  sprites_draw();
  return at == wPasswordPlace;
}
