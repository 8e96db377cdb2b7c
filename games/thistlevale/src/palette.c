#include "palette.h"
#include "hardware.h"
#include "menus/options.h"
#include "video.h"

u8 background_palettes[64];
u8 sprite_palettes[64];
u16 fade_mask;
u8 palette_dark;
static u8 dirty; /* frames of writing that are left; 2: background and sprites, 1: sprites; one of them fits into a vertical blank */
static u8 grey_background, grey_sprites;
static u8 tinted[128]; /* background and sprites as the chosen colours show them */

static const u16 masks[5] = {0x0000, 0x4210, 0x6318, 0x739C, 0x7FFF};
static const u8 background_greys[5] = {0xE4, 0x90, 0x50, 0x40, 0x00};
/* Sprites: colour 1 is white, so that faces stand out from dark ground. */
static const u8 sprite_greys[5] = {0xE0, 0x90, 0x50, 0x40, 0x00};

void palette_write(const u8 *colours, u8 port);

#define GREY_DARK 0xFE

void palette_darken(void) {
  u16 *colour = (u16 *)background_palettes;
  u8 i;
  /* The first palette is the text box's. */
  for (i = 4; i != 32; i++) colour[i] = (colour[i] >> 2) & 0x1CE7;
}

void palette_fade(u8 level) {
  fade_mask = masks[level];
  grey_background = background_greys[level];
  grey_sprites = sprite_greys[level];
  if (wPaletteStyle) {
    if (is_colour) {
      palette_tint(background_palettes, tinted);
      palette_tint(sprite_palettes, tinted + 64);
    } else if (level == 0) {
      grey_background = palette_greys();
    }
  }
  dirty = 2;
}

void palette_commit(void) {
  if (!dirty) return;
  if (!is_colour) {
    rBGP = palette_dark && grey_background == background_greys[0] ? GREY_DARK : grey_background;
    rOBP0 = grey_sprites;
    dirty = 0;
    return;
  }
  if (dirty == 2) palette_write(wPaletteStyle ? tinted : background_palettes, 0x69);
  else palette_write(wPaletteStyle ? tinted + 64 : sprite_palettes, 0x6B);
  dirty--;
}

void fade_out(void) {
  u8 level;
  for (level = 1; level < 5; level++) {
    palette_fade(level);
    frames(2);
  }
}

void fade_in(void) {
  u8 level;
  for (level = 4; level-- != 0;) {
    palette_fade(level);
    frames(2);
  }
}
