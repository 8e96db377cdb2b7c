#include "overworld.h"
#include "banks.h"
#include "hardware.h"
#include "ids.h"
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
#include "title.h"
#include "video.h"
#include "view.h"
#include "words.h"
#include "world.h"
#include "world/encounter.h"
#include "world/flags.h"
#include "world/host.h"
#include "world/script.h"
#include "battle/battle.h"
#include "items/bag.h"
#include "party/party.h"
#include "world/walk.h"

enum outcome { GO_ON, LEFT_BY_MENU, STORY_ENDED };

/* What is on screen is drawn; wScreenMode is MODE_TRANSITION until the picture is there. */
static void appear(void) {
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

void overworld_enter(void) {
  wScreenMode = MODE_TRANSITION;
  map_ready = 0;
  lcd_off();
  map_load();
  view_load();
  view_draw();
  appear();
}

void map_redraw(void) {
  wScreenMode = MODE_TRANSITION;
  lcd_off();
  font_load();
  view_load();
  view_draw();
  appear();
}

void map_put_block(u8 x, u8 y, u8 block) {
  wOverworldMap[row_offsets[(u8)(y + MAP_BORDER)] + (u8)(x + MAP_BORDER)] = block;
  view_block(x, y);
  frame();
}

/* Other people live on the next map: their pictures come while nobody is drawn. */
static void change_people(const u8 *before) {
  u8 i, count = wNumPersons;
  for (i = 0; i != 4 && before[i] == map_people[i]; i++) {
  }
  if (i == 4) return;
  wNumPersons = 0;
  sprites_draw();
  frame();
  sprites_change();
  wNumPersons = count;
}

/* Walked over the edge of the map: the neighbour is already in view, so only the numbers change. */
static void cross_edge(void) {
  u8 people[4];
  u8 side;
  /* Shows the end of the step first: loading takes some frames, in which the picture stands still. */
  sprites_draw();
  frame();
  map_ready = 0;
  publish();
  if (wPlayerX == 255) side = WEST_SIDE;
  else if (wPlayerX >= wMapWidth) side = EAST_SIDE;
  else if (wPlayerY == 255) side = NORTH_SIDE;
  else side = SOUTH_SIDE;
  wCurMap = map_joins[side].map;
  if (side == WEST_SIDE || side == EAST_SIDE) wPlayerY = (u8)(wPlayerY - map_joins[side].offset);
  else wPlayerX = (u8)(wPlayerX - map_joins[side].offset);
  copy(people, map_people, 4);
  map_load();
  change_people(people);
  if (side == WEST_SIDE) wPlayerX = (u8)(wMapWidth - 1);
  else if (side == EAST_SIDE) wPlayerX = 0;
  else if (side == NORTH_SIDE) wPlayerY = (u8)(wMapHeight - 1);
  else wPlayerY = 0;
  map_ready = 1;
}

/* The player wakes in the last place of rest; half of the money is gone. */
static void wake(void) {
  wMoney >>= 1;
  party_heal();
  wCurMap = wHealMap;
  wPlayerX = wHealX;
  wPlayerY = wHealY;
  wPlayerDir = DOWN;
  overworld_enter();
  text_show(TEXT_WAKE);
}

/* What a script or a battle leaves to be done. */
static enum outcome conclude(u8 end) {
  if (end == SCRIPT_LOST) wake();
  else if (end == SCRIPT_STORY_ENDED) return STORY_ENDED;
  else if (end == SCRIPT_WARPED) {
    wScreenMode = MODE_TRANSITION;
    fade_out();
    overworld_enter();
  }
  return GO_ON;
}

static enum outcome take_warp(void) {
  look_x = wPlayerX;
  look_y = wPlayerY;
  if (!warp_find()) return GO_ON;
  milestone_set(found_milestone);
  if (found_map == SCRIPT_WARP) return conclude(script_run(found_x | ((u16)found_y << 8), NONE));
  sound_door();
  wScreenMode = MODE_TRANSITION;
  fade_out();
  if (found_dir & CHAPTER_CARD) {
    if (!flag_get(FLAG_SAW_CHAPTER_CARD)) {
      flag_set(FLAG_SAW_CHAPTER_CARD);
      chapter_run();
    }
    found_dir &= (u8)~CHAPTER_CARD;
  }
  wCurMap = found_map;
  wPlayerX = found_x;
  wPlayerY = found_y;
  wPlayerDir = found_dir;
  overworld_enter();
  return GO_ON;
}

static enum outcome meet(void) {
  u8 result = battle_wild(met_species, met_level);
  if (result == BATTLE_LOST) wake();
  else map_redraw();
  return GO_ON;
}

static enum outcome arrive(void) {
  u8 class, who;
  if (wPlayerX == 255 || wPlayerX >= wMapWidth || wPlayerY == 255 || wPlayerY >= wMapHeight) cross_edge();
  class = class_at(wPlayerX, wPlayerY);
  if (class == CELL_DOOR || class == CELL_GATE) return take_warp();
  look_x = wPlayerX;
  look_y = wPlayerY;
  if (trigger_find()) return conclude(script_run(found_talk & ~TALK_SCRIPT, NONE));
  who = trainer_sees();
  if (who != NONE) return conclude(script_run(person_talk[who] & ~TALK_SCRIPT, who));
  if (encounter_step()) return meet();
  return GO_ON;
}

static enum outcome say(u16 talk, u8 person) {
  if (talk & TALK_SCRIPT) return conclude(script_run(talk & ~TALK_SCRIPT, person));
  text_show(talk);
  return GO_ON;
}

/* Someone who is asked while under way finishes the step, then turns to the player. */
static enum outcome talk(u8 i) {
  while (wPersonWalk[i]) {
    person_advance(i);
    sprites_draw();
    frame();
  }
  wPersonDir[i] = wPlayerDir ^ 1;
  return say(person_talk[i], i);
}

static enum outcome interact(void) {
  u8 i;
  look_x = player_front_x();
  look_y = player_front_y();
  i = person_at(look_x, look_y);
  if (i != NONE) return talk(i);
  if (!sign_find()) return GO_ON;
  milestone_set(found_milestone);
  return say(found_talk, NONE);
}

/* A thread leads to the last place of rest. */
static enum outcome open_menu(void) {
  u8 result = menu_run();
  if (result != MENU_THREAD) return result == MENU_LEFT ? LEFT_BY_MENU : GO_ON;
  wCurMap = wHealMap;
  wPlayerX = wHealX;
  wPlayerY = wHealY;
  wPlayerDir = DOWN;
  return conclude(SCRIPT_WARPED);
}

/* What the player does while standing: menu, talk, or what a host asks for. */
static enum outcome stand(void) {
  if (wHostRequest) return conclude(host_serve());
  if (joy_pressed & BUTTON_START) return open_menu();
  if (joy_pressed & BUTTON_A) return interact();
  return GO_ON;
}

u8 overworld_run(void) {
  enum outcome outcome;
  errands_choose();
  overworld_enter();
  for (;;) {
    outcome = wWalkCounter == 0 ? stand() : GO_ON;
    if (outcome != GO_ON) return outcome == STORY_ENDED;
    player_update();
    persons_update();
    if (player_arrived && arrive() == STORY_ENDED) return 1;
    sprites_draw();
    wPlayerFree = 1;
    frame();
    wPlayerFree = 0;
  }
}
