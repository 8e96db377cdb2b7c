#include "new_game.h"
#include "banks.h"
#include "hardware.h"
#include "ids.h"
#include "items/bag.h"
#include "map.h"
#include "menus/naming.h"
#include "palette.h"
#include "published.h"
#include "rng.h"
#include "save.h"
#include "say.h"
#include "state.h"
#include "text.h"
#include "video.h"

#define FIRST_MONEY 500
/* Before the first healing house, a defeated player wakes at home, on the rug. */
#define HOME_REST_X 5
#define HOME_REST_Y 5

/* A host that wants a certain game has written wSeed and the magic word; otherwise the moment of START decides. */
static void choose_seed(void) {
  if (wSeedMagic != SEED_MAGIC) wSeed = (u16)(((u16)rDIV << 8) ^ (wFrameCounter * 31u));
  wRng = rng_seeded(0xC0);
}

/* An empty page for the introduction. */
static void blank_screen(void) {
  lcd_off();
  fill(VRAM_MAP, TILE_SPACE, 1024);
  if (is_colour) {
    rVBK = 1;
    fill(VRAM_MAP, 0, 1024);
    rVBK = 0;
  }
  lcd_on();
}

void new_game(void) {
  save_clear();
  choose_seed();
  wTextSpeed = 2;
  wMoney = FIRST_MONEY;
  say_begin();
  say_add("Tansy");
  copy((u8 *)wPlayerName, (const u8 *)say_text, NAME_LENGTH);
  wHealMap = MAP_HOME;
  wHealX = HOME_REST_X;
  wHealY = HOME_REST_Y;
  wCurMap = MAP_BEDROOM;
  wPlayerDir = DOWN;
  start_find();
  wScreenMode = MODE_TRANSITION;
  fade_out();
  blank_screen();
  fade_in();
  text_show(TEXT_INTRO);
  wScreenMode = MODE_TRANSITION;
}
