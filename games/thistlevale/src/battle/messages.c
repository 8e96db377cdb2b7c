#include "battle/messages.h"
#include "battle/battle.h"
#include "battle/engine/fighter.h"
#include "battle/engine/turn.h"
#include "menus/menus.h"
#include "say.h"

/* 1 name (with "Foe "), 2 move, 3 item, 4 number, 5 bare name of the foe, 6 trainer, 7 bare name */
static const char *const messages[] = {
  "A wild \5\nappears!", "\6\nwants to fight!", "\6\nsends \5!", "Go, \7!", "\7,\ncome back!",
  "\1\nuses \2!", "It misses!", "But it fails!", "\1\nis not touched!", "A lucky hit!", "It hurts badly!", "It hardly hurts.", "Hit \4 times!",
  "\1\ndozes off!", "\1\nis poisoned!", "\1\nis scorched!", "\1\ngoes numb!",
  "\1\nis dozing.", "\1\nwakes up!", "\1\nis too numb!", "\1\nis startled!", "The venom hurts\n\1!", "The scorch hurts\n\1!",
  "Strength is drawn\nfrom \1!", "\1\nis hurt too!", "\1\nrecovers!",
  "\1:\nATTACK rises!", "\1:\nDEFENSE rises!", "\1:\nSPEED rises!", "\1:\nSPECIAL rises!", "\1:\nAIM rises!",
  "\1:\nATTACK falls!", "\1:\nDEFENSE falls!", "\1:\nSPEED falls!", "\1:\nSPECIAL falls!", "\1:\nAIM falls!",
  "Nothing happens.", "\1\nfaints!", "\7 gains\n\4 experience!", "\7 grows\nto level \4!", "\7 learns\n\2!",
  "Got away safely!", "No way out!", "No running from\na trainer!", "You throw a\n\3!", "It breaks out!", "Not even close...", "That was near!", "Ah! Almost!",
  "Yes! \5\nis caught!", "\5 is sent\nto the box.", "There is no room!", "The trainer knocks\nit away!", "\6\nis beaten!", "You get \4\npennies.", "All your friends\nhave fainted...",
  "\6\ngives a \3!", "No PP left for\nthis move!", "\7 has\nno moves left!", "\7 is\nalready out!", "\7\ncannot fight!", "What? \7\nis changing!", "Now it is\n\7!", "\7\nstays as it is."
};

void add_name(u8 side) {
  if (side >= PARTY_NAME) {
    say_add(wPartyMons[side - PARTY_NAME].nickname);
    return;
  }
  say_add(side == PLAYER_SIDE ? wBattleMon.mon.nickname : wEnemyMon.mon.nickname);
}

/* A part that is filled in. */
static void add_code(u8 code) {
  switch (code) {
    case 1:
      if (say_side == FOE_SIDE) say_add("Foe ");
      add_name(say_side);
      return;
    case 2:
      move_name(say_thing);
      say_add(data_text);
      return;
    case 3:
      item_name(say_thing);
      say_add(data_text);
      return;
    case 4:
      say_add_number(say_number);
      return;
    case 5:
      add_name(FOE_SIDE);
      return;
    case 6:
      trainer_load(wBattleTrainer);
      say_add(trainer.name);
      return;
    default:
      add_name(say_side);
  }
}

/* These end a battle or tell what matters: they wait for a button. */
static u8 waits(u8 message) {
  return message == SAY_LEVEL || message == SAY_LEARNT || message == SAY_CAUGHT || message == SAY_LOST || message == SAY_PRIZE;
}

void show_message(u8 message) __banked {
  const char *p = messages[message];
  char one[2];
  one[1] = 0;
  say_begin();
  for (; *p; p++) {
    if ((u8)*p < 8) add_code((u8)*p);
    else {
      one[0] = *p;
      say_add(one);
    }
  }
  say_show(waits(message) ? SAY_WAITS : SAY_GOES_ON);
}
