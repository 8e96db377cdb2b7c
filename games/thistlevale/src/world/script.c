/* The bytecode comes from tools/scripts.js, which has the same list of commands. */
#include "world/script.h"
#include "map.h"
#include "music.h"
#include "overworld.h"
#include "palette.h"
#include "person.h"
#include "published.h"
#include "say.h"
#include "sprite.h"
#include "state.h"
#include "text.h"
#include "video.h"
#include "view.h"
#include "words.h"
#include "world/ask.h"
#include "world/flags.h"
#include "battle/battle.h"
#include "items/bag.h"
#include "menus/menus.h"
#include "menus/naming.h"
#include "menus/shop.h"
#include "party/party.h"
#include "world/walk.h"

enum command {
  DO_END,
  DO_SAY,
  DO_ASK,
  DO_JUMP_UNLESS,
  DO_JUMP,
  DO_TEST_FLAG,
  DO_TEST_ITEM,
  DO_TEST_MONEY,
  DO_TEST_PARTY,
  DO_TEST_DIRECTION,
  DO_SET,
  DO_CLEAR,
  DO_GIVE,
  DO_TAKE,
  DO_PAY,
  DO_MONSTER,
  DO_HEAL,
  DO_REST_HERE,
  DO_SHOP,
  DO_BOX,
  DO_BATTLE,
  DO_WILD,
  DO_WALK,
  DO_FACE,
  DO_HIDE,
  DO_SHOW,
  DO_BLOCK,
  DO_WARP,
  DO_PASSWORD,
  DO_WAIT,
  DO_FADE_OUT,
  DO_FADE_IN,
  DO_SOUND,
  DO_MUSIC,
  DO_CREDITS,
  DO_NAME
};

/* Operands that stand for what the seed chooses. */
#define SEEDED 254
/* Persons who are meant without a name. */
#define WHO_SELF 255
#define WHO_PLAYER 254

static const u8 *script, *at;
static u8 self, answer;

static u16 word(void) {
  u16 value = at[0] | ((u16)at[1] << 8);
  at += 2;
  return value;
}

static u8 item_argument(void) {
  u8 value = *at++;
  if (value == SEEDED) value = wErrandItem;
  text_item = value;
  return value;
}

static u8 count(void) {
  u8 value = *at++;
  return value == SEEDED ? wErrandCount : value;
}

static u8 who(void) {
  u8 value = *at++;
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

/* Commands that only look at or change the state of the game. Returns whether the command was one of them. */
static u8 do_state(u8 command) {
  u8 a, b;
  u16 w;
  switch (command) {
    case DO_TEST_FLAG:
      answer = flag_get(*at++);
      return 1;
    case DO_TEST_ITEM:
      a = item_argument();
      b = count();
      answer = bag_count(a) >= b;
      return 1;
    case DO_TEST_MONEY:
      answer = wMoney >= word();
      return 1;
    case DO_TEST_PARTY:
      answer = wPartyCount != 0;
      return 1;
    case DO_TEST_DIRECTION:
      answer = wErrandDirection == *at++;
      return 1;
    case DO_SET:
      milestone_set(*at++);
      return 1;
    case DO_CLEAR:
      flag_clear(*at++);
      return 1;
    case DO_GIVE:
      a = item_argument();
      b = count();
      answer = bag_add(a, b);
      return 1;
    case DO_TAKE:
      a = item_argument();
      b = count();
      answer = bag_remove(a, b);
      return 1;
    case DO_PAY:
      w = word();
      wMoney = wMoney > w ? wMoney - w : 0;
      return 1;
    case DO_MONSTER:
      a = *at++;
      answer = party_give(a, *at++);
      return 1;
    case DO_HEAL:
      party_heal();
      return 1;
    case DO_REST_HERE:
      wHealMap = wCurMap;
      wHealX = wPlayerX;
      wHealY = wPlayerY;
      return 1;
    default:
      return 0;
  }
}

/* Commands that one sees. */
static void do_show(u8 command) {
  u8 a, b;
  switch (command) {
    case DO_SAY:
      text_show(word());
      break;
    case DO_ASK:
      text_open(word());
      answer = yes_no();
      text_close();
      break;
    case DO_PASSWORD:
      answer = password_ask();
      break;
    case DO_SHOP:
      shop_run(*at++);
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
      b = *at++;
      person_walk(a, b, *at++);
      break;
    case DO_FACE:
      a = who();
      face(a, *at++);
      break;
    case DO_HIDE:
      put_person(who(), PERSON_AWAY, PERSON_AWAY);
      break;
    case DO_SHOW:
      a = who();
      b = *at++;
      put_person(a, b, *at++);
      break;
    case DO_BLOCK:
      a = *at++;
      b = *at++;
      map_put_block(a, b, *at++);
      break;
    case DO_WAIT:
      frames(*at++);
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
      play_sound(*at++);
      break;
    case DO_MUSIC:
      music_play(*at++);
      break;
  }
}

/* Returns whether the battle was survived; the map is drawn anew. */
static u8 fight(u8 command) {
  u8 a = *at++;
  u8 result = command == DO_BATTLE ? battle_trainer(a) : battle_wild(a, *at++);
  if (result == BATTLE_LOST) return 0;
  map_redraw();
  return 1;
}

static u8 run(u16 number, u8 person) {
  u8 command;
  u16 to;
  script = at = scripts[number];
  self = person;
  for (;;) {
    command = *at++;
    if (do_state(command)) continue;
    switch (command) {
      case DO_END:
        return SCRIPT_DONE;
      case DO_JUMP_UNLESS:
        to = word();
        if (!answer) at = script + to;
        break;
      case DO_JUMP:
        at = script + word();
        break;
      case DO_BATTLE:
      case DO_WILD:
        if (!fight(command)) return SCRIPT_LOST;
        break;
      case DO_WARP:
        wCurMap = at[0];
        wPlayerX = at[1];
        wPlayerY = at[2];
        wPlayerDir = at[3];
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
