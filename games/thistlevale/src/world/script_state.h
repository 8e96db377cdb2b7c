/* What script.c and script_state.c share. */
#ifndef SCRIPT_STATE_H
#define SCRIPT_STATE_H
#include "types.h"

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

extern const u8 *script_at; /* the next byte */
extern u8 script_answer;    /* whether the last test, question, gift or payment succeeded */
/* Two bytes at script_at. */
u16 script_word(void);
/* Runs a command that only looks at or changes the state of the game; returns whether the command was one of them. */
u8 script_state(u8 command);
#endif
