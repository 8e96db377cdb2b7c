#include "battle/battle.h"
#include "battle/after.h"
#include "battle/engine/turn.h"
#include "battle/screen.h"
#include "hardware.h"
#include "menus/menus.h"
#include "music.h"
#include "palette.h"
#include "published.h"
#include "sprite.h"
#include "state.h"
#include "video.h"

/* Three flashes, then white. */
static void blinds(void) {
  u8 i;
  for (i = 0; i != 3; i++) {
    palette_fade(3);
    frames(4);
    palette_fade(0);
    frames(4);
  }
  fade_out();
}

static void open(void) {
  wScreenMode = MODE_TRANSITION;
  blinds();
  map_visible = 0;
  palette_dark = 0;
  cover = COVER_NONE;
  screen_open();
  wScreenMode = MODE_BATTLE;
  picture_of_player();
  player_stands = 1;
  if (wBattleType == BATTLE_TRAINER) {
    trainer_load(wBattleTrainer);
    picture_of_trainer(trainer.class);
  }
  palette_fade(0);
  slide_in(PLAYER_SIDE);
  party_signs_draw(PLAYER_SIDE);
  if (wBattleType != BATTLE_TRAINER) return;
  slide_in(FOE_SIDE);
  party_signs_draw(FOE_SIDE);
  show_message(SAY_TRAINER_WANTS);
  party_signs_clear(FOE_SIDE);
  show_leave(FOE_SIDE);
}

static void close(u8 mode) {
  wMenuKind = MENU_NONE;
  wScreenMode = MODE_TRANSITION;
  fade_out();
  sprites_clear();
  lcd_control = LCDC_ON;
  frame();
  wScreenMode = mode;
  wBattleType = BATTLE_NONE;
}

static u8 run(void) {
  u8 mode = wScreenMode;
  u8 tune = music_now;
  u8 result;
  if (party_fit() == 0) {
    wBattleType = BATTLE_NONE;
    return wLastBattleResult = BATTLE_LOST;
  }
  music_play(MUSIC_BATTLE);
  open();
  result = battle_fight();
  if (result == BATTLE_WON || result == BATTLE_CAUGHT) music_play(MUSIC_VICTORY);
  after_battle(result);
  close(mode);
  music_play(tune);
  return wLastBattleResult = result;
}

u8 battle_wild(u8 number, u8 level) __banked {
  wBattleType = BATTLE_WILD;
  wEnemyPartyCount = 1;
  monster_make(&wEnemyPartyMons[0], number, level);
  return run();
}

/* A member as data/trainers.json has it. */
static void make_member(u8 number, u8 place) {
  struct monster *m = &wEnemyPartyMons[place];
  u8 at = (u8)(place * 6);
  u8 slot, known;
  monster_make(m, trainer_party_byte(number, at), trainer_party_byte(number, (u8)(at + 1)));
  if (trainer_party_byte(number, (u8)(at + 2)) == NONE) return;
  for (slot = 0; slot != MOVES; slot++) {
    known = trainer_party_byte(number, (u8)(at + 2 + slot));
    monster_set_move(m, slot, known);
  }
}

u8 battle_trainer(u8 number) __banked {
  u8 place;
  wBattleType = BATTLE_TRAINER;
  wBattleTrainer = number;
  trainer_load(number);
  wEnemyPartyCount = trainer.party_count;
  for (place = 0; place != wEnemyPartyCount; place++) make_member(number, place);
  return run();
}
