#include "battle/screen.h"
#include "banks.h"
#include "battle/throw.h"
#include "hardware.h"
#include "palette.h"
#include "sprite.h"
#include "text.h"
#include "video.h"

#define STATE_TILES 10
#define SIGNS_BEFORE_STATES TILE_STATUS

u8 player_stands;

static void colour_area(u8 x, u8 y, u8 width, u8 height, u8 palette) {
  u8 *row = SCREEN_CELL(x, y);
  for (; height; height--, row += 32) fill(row, palette, width);
}

static void load_palettes(void) {
  u8 i;
  art_battle_palette(PALETTE_BATTLE_UI, background_palettes);
  art_battle_palette(PALETTE_BATTLE_UI, background_palettes + COLOURS_FOE * 8);
  art_battle_palette(PALETTE_BATTLE_UI, background_palettes + COLOURS_OWN * 8);
  for (i = PALETTE_BAR_HIGH; i <= PALETTE_ORB; i++)
    art_battle_palette(i, background_palettes + (u8)((COLOURS_HIGH + i - PALETTE_BAR_HIGH) << 3));
}

void screen_open(void) {
  lcd_off();
  font_load();
  art_battle_tiles(0, SIGNS_BEFORE_STATES, VRAM_MAP_TILES + TILE_SIGNS * 16);
  art_battle_tiles(TILE_STATUS, STATE_TILES, (u8 *)0x8000 + TILE_STATES * 16);
  fill(VRAM_MAP, TILE_SPACE, 1024);
  fill(VRAM_WINDOW, TILE_SPACE, 1024);
  if (is_colour) {
    rVBK = 1;
    fill(VRAM_MAP, COLOURS_UI, 1024);
    fill(VRAM_WINDOW, COLOURS_UI, 1024);
    colour_area(FOE_X, FOE_Y, 8, FOE_SIDE_TILES, COLOURS_FOE);
    colour_area(0, OWN_Y, 8, OWN_SIDE_TILES, COLOURS_OWN);
    rVBK = 0;
  }
  load_palettes();
  throw_load();
  sprites_clear();
  scroll_x = 0;
  scroll_y = 0;
  window_x = 7;
  window_y = 96;
  lcd_control = LCDC_ON | LCDC_WINDOW;
  palette_fade(4);
  lcd_on();
  box_draw(VRAM_WINDOW, 20, 6);
}

void picture_of_fighter(u8 side) {
  u8 number = side == PLAYER_SIDE ? wBattleMon.mon.species : wEnemyMon.mon.species;
  u8 *palette = background_palettes + (side == PLAYER_SIDE ? COLOURS_OWN : COLOURS_FOE) * 8;
  art_put_monster(number, side == PLAYER_SIDE, VRAM_MAP_TILES + (side == PLAYER_SIDE ? TILE_OWN : TILE_FOE) * 16);
  art_monster_palette(number, palette);
  palette_fade(0);
}

void picture_of_trainer(u8 class) {
  art_put_trainer(class, VRAM_MAP_TILES + TILE_FOE * 16);
  art_trainer_palette(class, background_palettes + COLOURS_FOE * 8);
}

void picture_of_player(void) {
  art_put_player(VRAM_MAP_TILES + TILE_OWN * 16);
  art_player_palette(background_palettes + COLOURS_OWN * 8);
}

/* The foe's place is eight columns wide, with a free one to come in by; the own one begins at the screen's edge. */
void picture_draw(u8 side, u8 aside, u8 down) {
  u8 own = side == PLAYER_SIDE;
  u8 size = own ? OWN_SIDE_TILES : FOE_SIDE_TILES;
  u8 x, y, column, row;
  u8 *cell;
  for (y = 0; y != size; y++) {
    cell = own ? SCREEN_CELL(0, OWN_Y + y) : SCREEN_CELL(FOE_X, FOE_Y + y);
    row = (u8)(y - down);
    for (x = 0; x != 8; x++) {
      column = own ? (u8)(x - OWN_X + aside) : (u8)(x - aside);
      put_cell(cell++, row < size && column < size ? (u8)((own ? TILE_OWN : TILE_FOE) + row * size + column) : TILE_SPACE);
    }
  }
}

void picture_clear(u8 side) { picture_draw(side, 0, 7); }
