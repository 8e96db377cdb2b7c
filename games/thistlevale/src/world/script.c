/* The bytecode comes from tools/scripts.js, which has the same list of commands. */
#include "world/script.h"
#include "map.h"
#include "music.h"
#include "overworld.h"
#include "palette.h"
#include "person.h"
#include "person_private.h"
#include "published.h"
#include "say.h"
#include "sprite.h"
#include "state.h"
#include "text.h"
#include "video.h"
#include "view.h"
#include "world/ask.h"
#include "world/script_state.h"
#include "battle/battle.h"
#include "menus/menus.h"
#include "menus/naming.h"
#include "menus/shop.h"
#include "world/walk.h"

/* Persons who are meant without a name. */
#define WHO_SELF 255
#define WHO_PLAYER 254

static const u8 *script;
static u8 self;

static u8 who(void) {
  u8 value = *script_at++;
  return value == WHO_SELF ? self : value;
}

static void face(u8 person, u8 dir) {
  if (person == WHO_PLAYER) wPlayerDir = dir;
  else wPersonDir[person] = dir;
  sprites_draw();
  frame();
}

static void put_person(u8 person, u8 x, u8 y) {
  wPersonX[person] = x;
  wPersonY[person] = y;
  wPersonWalk[person] = 0;
  sprites_draw();
  frame();
}

static void play_sound(u8 sound) {
  switch (sound) {
    case 0:
      sound_select();
      break;
    case 1:
      sound_cursor();
      break;
    case 2:
      sound_bump();
      break;
    case 3:
      sound_hop();
      break;
    case 4:
      sound_rustle();
      break;
    default:
      sound_door();
  }
}

/* Commands that one sees. */
static void do_show(u8 command) {
  u8 a, b;
  switch (command) {
    case DO_SAY:
      text_show(script_word());
      break;
    case DO_ASK:
      text_open(script_word());
      script_answer = yes_no();
      text_close();
      break;
    case DO_PASSWORD:
      script_answer = password_ask();
      break;
    case DO_SHOP:
      shop_run(*script_at++);
      map_redraw();
      break;
    case DO_BOX:
      box_run();
      map_redraw();
      break;
    case DO_NAME:
      say_begin();
      say_add("YOUR NAME?");
      naming_run(wPlayerName);
      window_hide();
      map_redraw();
      break;
    case DO_WALK:
      a = who();
      b = *script_at++;
      person_walk(a, b, *script_at++);
      break;
    case DO_FACE:
      a = who();
      face(a, *script_at++);
      break;
    case DO_HIDE:
      put_person(who(), PERSON_AWAY, PERSON_AWAY);
      break;
    case DO_SHOW:
      a = who();
      b = *script_at++;
      put_person(a, b, *script_at++);
      break;
    case DO_BLOCK:
      a = *script_at++;
      b = *script_at++;
      map_put_block(a, b, *script_at++);
      break;
    case DO_WAIT:
      frames(*script_at++);
      break;
    case DO_FADE_OUT:
      wScreenMode = MODE_TRANSITION;
      fade_out();
      break;
    case DO_FADE_IN:
      fade_in();
      wScreenMode = MODE_OVERWORLD;
      break;
    case DO_SOUND:
      play_sound(*script_at++);
      break;
    case DO_MUSIC:
      music_play(*script_at++);
      break;
  }
}

/* Returns whether the battle was survived; the map is drawn anew. */
static u8 fight(u8 command) {
  u8 a = *script_at++;
  u8 result = command == DO_BATTLE ? battle_trainer(a) : battle_wild(a, *script_at++);
  if (result == BATTLE_LOST) return 0;
  /* Who has walked up goes back unseen: a trainer must not stay in a gap, where he would close the way. */
  if (self != NONE && person_sight[self]) {
    wPersonX[self] = person_home_x[self];
    wPersonY[self] = person_home_y[self];
  }
  map_redraw();
  return 1;
}

static u8 run(u16 number, u8 person) {
  u8 command;
  u16 to;
  script = script_at = scripts[number];
  self = person;
  for (;;) {
    command = *script_at++;
    if (script_state(command)) continue;
    switch (command) {
      case DO_END:
        return SCRIPT_DONE;
      case DO_JUMP_UNLESS:
        to = script_word();
        if (!script_answer) script_at = script + to;
        break;
      case DO_JUMP:
        script_at = script + script_word();
        break;
      case DO_BATTLE:
      case DO_WILD:
        if (!fight(command)) return SCRIPT_LOST;
        break;
      case DO_WARP:
        wCurMap = script_at[0];
        wPlayerX = script_at[1];
        wPlayerY = script_at[2];
        wPlayerDir = script_at[3];
        return SCRIPT_WARPED;
      case DO_CREDITS:
        return SCRIPT_STORY_ENDED;
      default:
        do_show(command);
    }
  }
}

u8 script_run(u16 number, u8 person) __banked {
  u8 end;
  wSceneActive = 1;
  end = run(number, person);
  wSceneActive = 0;
  return end;
}
