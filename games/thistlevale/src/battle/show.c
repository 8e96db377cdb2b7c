#include "battle/show.h"
#include "battle/battle.h"
#include "battle/screen.h"
#include "battle/throw.h"
#include "menus/menus.h"
#include "music.h"
#include "palette.h"
#include "video.h"

void slide_in(u8 side) {
  u8 aside;
  for (aside = side == PLAYER_SIDE ? 6 : 7; aside; aside--) {
    picture_draw(side, aside, 0);
    frames(3);
  }
  picture_draw(side, 0, 0);
}

/* Walks out of the picture. */
static void slide_out(u8 side) {
  u8 aside;
  for (aside = 1; aside != 8; aside++) {
    picture_draw(side, aside, 0);
    frames(2);
  }
  picture_clear(side);
}

/* In the first turn the player himself stands there. */
static void leave_trainer(void) {
  if (wBattleTurn || !player_stands) return;
  player_stands = 0;
  party_signs_clear(PLAYER_SIDE);
  slide_out(PLAYER_SIDE);
}

void show_enter(u8 side) __banked {
  say_side = side;
  if (side == PLAYER_SIDE) {
    show_message(SAY_GO);
    leave_trainer();
  }
  else if (wBattleType == BATTLE_TRAINER) show_message(SAY_TRAINER_SENDS);
  picture_of_fighter(side);
  slide_in(side);
  panel_draw(side);
  if (side == FOE_SIDE && wBattleType == BATTLE_WILD) show_message(SAY_WILD_APPEARED);
}

void show_leave(u8 side) __banked {
  panel_clear(side);
  slide_out(side);
}

/* A short flash of the whole picture. */
static void flash(void) {
  palette_fade(2);
  frames(3);
  palette_fade(0);
  frames(3);
}

void show_attack(u8 side, u8 number) __banked {
  move_load(number);
  if (move.power == 0) {
    flash();
    flash();
    return;
  }
  picture_draw(side, 1, 0);
  frames(4);
  picture_draw(side, 0, 0);
  throw_type(side ^ 1, move.type);
}

void show_hit(u8 side, u8 factor) __banked {
  u8 i;
  sound_bump();
  for (i = 0; i != 3; i++) {
    picture_clear(side);
    if (factor > 2) scroll_x = i & 1 ? 2 : 254;
    frames(3);
    picture_draw(side, 0, 0);
    frames(3);
  }
  scroll_x = 0;
}

void show_hp(u8 side) __banked {
  while (bar_step(side)) frame();
  frames(4);
}

void show_state(u8 side) __banked { panel_draw(side); }

void show_faint(u8 side) __banked {
  u8 down;
  for (down = 1; down != 8; down++) {
    picture_draw(side, 0, down);
    frames(3);
  }
  panel_clear(side);
}

void show_orb(u8 number, u8 wobbles, u8 caught) __banked {
  throw_orb(number, wobbles);
  if (caught) return;
  picture_draw(FOE_SIDE, 0, 0);
  throw_end();
}
