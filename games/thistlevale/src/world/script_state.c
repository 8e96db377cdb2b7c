/* Commands of scripts that nobody sees: flags, things, money, monsters. */
#include "world/script_state.h"
#include "items/bag.h"
#include "party/party.h"
#include "state.h"
#include "text.h"
#include "words.h"
#include "world/flags.h"

/* Operands that stand for what the seed chooses. */
#define SEEDED 254

const u8 *script_at;
u8 script_answer;

u16 script_word(void) {
  u16 value = script_at[0] | ((u16)script_at[1] << 8);
  script_at += 2;
  return value;
}

static u8 item_argument(void) {
  u8 value = *script_at++;
  if (value == SEEDED) value = wErrandItem;
  text_item = value;
  return value;
}

static u8 count(void) {
  u8 value = *script_at++;
  return value == SEEDED ? wErrandCount : value;
}

u8 script_state(u8 command) {
  u8 a, b;
  u16 w;
  switch (command) {
    case DO_TEST_FLAG:
      script_answer = flag_get(*script_at++);
      return 1;
    case DO_TEST_ITEM:
      a = item_argument();
      b = count();
      script_answer = bag_count(a) >= b;
      return 1;
    case DO_TEST_MONEY:
      script_answer = wMoney >= script_word();
      return 1;
    case DO_TEST_PARTY:
      script_answer = wPartyCount != 0;
      return 1;
    case DO_TEST_DIRECTION:
      script_answer = wErrandDirection == *script_at++;
      return 1;
    case DO_SET:
      milestone_set(*script_at++);
      return 1;
    case DO_CLEAR:
      flag_clear(*script_at++);
      return 1;
    case DO_GIVE:
      a = item_argument();
      b = count();
      script_answer = bag_add(a, b);
      return 1;
    case DO_TAKE:
      a = item_argument();
      b = count();
      script_answer = bag_remove(a, b);
      return 1;
    case DO_PAY:
      w = script_word();
      wMoney = wMoney > w ? wMoney - w : 0;
      return 1;
    case DO_MONSTER:
      a = *script_at++;
      script_answer = party_give(a, *script_at++);
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
