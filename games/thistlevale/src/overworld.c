#include "overworld.h"
#include "banks.h"
#include "hardware.h"
#include "joypad.h"
#include "map.h"
#include "menu.h"
#include "music.h"
#include "palette.h"
#include "person.h"
#include "player.h"
#include "published.h"
#include "sprite.h"
#include "state.h"
#include "text.h"
#include "video.h"
#include "view.h"

enum outcome { GO_ON, LEFT_BY_MENU, REACHED_GATE };

void overworld_enter(void) {
  wScreenMode = MODE_TRANSITION;
  map_ready = 0;
  lcd_off();
  map_load();
  view_load();
  view_draw();
  wWalkCounter = 0;
  hop_height = 0;
  sprites_clear();
  map_visible = 1;
  map_ready = 1;
  cover = COVER_NONE;
  lcd_control = LCDC_ON;
  palette_fade(4);
  lcd_on();
  sprites_draw();
  frames(2);
  fade_in();
  wScreenMode = MODE_OVERWORLD;
  frame();
}

/* Walked over the edge of the map: the neighbour is already in view, so only the numbers change. */
static void cross_edge(void) {
  /* Shows the end of the step first: loading takes some frames, in which the picture stands still. */
  sprites_draw();
  frame();
  map_ready = 0;
  publish();
  if (wPlayerY == 255) {
    wPlayerX = (u8)(wPlayerX - map_north_offset);
    wCurMap = map_north;
  } else {
    wPlayerX = (u8)(wPlayerX - map_south_offset);
    wCurMap = map_south;
  }
  map_load();
  wPlayerY = wPlayerY == 255 ? (u8)(wMapHeight - 1) : 0;
  map_ready = 1;
}

static enum outcome take_warp(void) {
  look_x = wPlayerX;
  look_y = wPlayerY;
  if (!warp_find()) return GO_ON;
  milestone_set(found_milestone);
  sound_door();
  wScreenMode = MODE_TRANSITION;
  fade_out();
  if (found_map == NONE) return REACHED_GATE;
  wCurMap = found_map;
  wPlayerX = found_x;
  wPlayerY = found_y;
  wPlayerDir = found_dir;
  overworld_enter();
  return GO_ON;
}

static enum outcome arrive(void) {
  u8 class;
  if (wPlayerY == 255 || wPlayerY >= wMapHeight) cross_edge();
  class = class_at(wPlayerX, wPlayerY);
  if (class == CELL_DOOR || class == CELL_GATE) return take_warp();
  return GO_ON;
}

/* Someone who is asked while under way finishes the step, then turns to the player. */
static void talk(u8 i) {
  while (wPersonWalk[i]) {
    person_advance(i);
    sprites_draw();
    frame();
  }
  wPersonDir[i] = wPlayerDir ^ 1;
  text_show(person_text[i]);
}

static void interact(void) {
  u8 i;
  look_x = player_front_x();
  look_y = player_front_y();
  i = person_at(look_x, look_y);
  if (i != NONE) {
    talk(i);
  } else if (sign_find()) {
    milestone_set(found_milestone);
    text_show(found_text);
  }
}

unsigned char overworld_run(void) {
  enum outcome outcome;
  overworld_enter();
  for (;;) {
    if (wWalkCounter == 0 && (joy_pressed & BUTTON_START)) {
      if (menu_run()) return 0;
    } else if (wWalkCounter == 0 && (joy_pressed & BUTTON_A)) {
      interact();
    }
    player_update();
    persons_update();
    if (player_arrived) {
      outcome = arrive();
      if (outcome == REACHED_GATE) return 1;
    }
    sprites_draw();
    frame();
  }
}
