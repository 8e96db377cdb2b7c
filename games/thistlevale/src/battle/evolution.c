#include "battle/evolution.h"
#include "battle/engine/reward.h"
#include "battle/screen.h"
#include "hardware.h"
#include "joypad.h"
#include "music.h"
#include "palette.h"
#include "text.h"
#include "video.h"

/* The next species' picture lies where the own monster and the bars were: nobody needs them any more. */
#define TILE_NEXT 49
#define PICTURE_X 6
#define PICTURE_Y 2
#define SWINGS 9

static void draw(u8 tile, u8 palette) {
  u8 x, y;
  u8 *cell = SCREEN_CELL(PICTURE_X, PICTURE_Y);
  for (y = 0; y != 7; y++, cell += 25)
    for (x = 0; x != 7; x++, cell++) {
      put_cell(cell, tile++);
      put_palette(cell, palette);
    }
}

static void clear_screen(void) {
  u8 x, y;
  u8 *cell = VRAM_MAP;
  for (y = 0; y != 12; y++, cell += 12)
    for (x = 0; x != 20; x++) put_tile(cell++, TILE_SPACE);
}

/* Old and new in turn, ever faster; returns 0 when B stopped it. */
static u8 swing(void) {
  u8 i, wait;
  for (i = 0; i != SWINGS; i++) {
    for (wait = (u8)(30 - i * 3); wait; wait--) {
      frame();
      if (joy_held & BUTTON_B) return 0;
    }
    sound_cursor();
    draw(TILE_NEXT, COLOURS_OWN);
    frames((u8)(2 + i));
    draw(TILE_FOE, COLOURS_FOE);
  }
  return 1;
}

void evolution_run(u8 place) {
  struct monster *m = &wPartyMons[place];
  species_load(m->species);
  clear_screen();
  art_put_monster(m->species, 0, VRAM_MAP_TILES + TILE_FOE * 16);
  art_put_monster(species.evolve_to, 0, VRAM_MAP_TILES + TILE_NEXT * 16);
  art_monster_palette(m->species, background_palettes + COLOURS_FOE * 8);
  art_monster_palette(species.evolve_to, background_palettes + COLOURS_OWN * 8);
  palette_fade(0);
  draw(TILE_FOE, COLOURS_FOE);
  say_side = (u8)(PARTY_NAME + place);
  show_message(SAY_EVOLVING);
  if (!swing()) {
    draw(TILE_FOE, COLOURS_FOE);
    show_message(SAY_STOPPED);
    return;
  }
  palette_fade(4);
  frames(6);
  draw(TILE_NEXT, COLOURS_OWN);
  palette_fade(0);
  monster_evolve(m);
  species_load(m->species);
  show_message(SAY_EVOLVED);
  learn_at_level(place);
}
