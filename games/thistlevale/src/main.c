#include "hardware.h"
#include "music.h"
#include "overworld.h"
#include "palette.h"
#include "state.h"
#include "text.h"
#include "title.h"
#include "video.h"

static void start_up(void) {
  while (rLY != 144) {
  }
  rLCDC = 0;
  lcd_control = LCDC_ON;
  rIF = 0;
  rIE = 1;
  sound_on();
  wTextSpeed = 2;
  palette_fade(4);
  font_load();
  lcd_on();
  __asm__("ei");
}

void main(void) {
  start_up();
  for (;;) {
    title_run();
    if (overworld_run()) ending_run();
  }
}
