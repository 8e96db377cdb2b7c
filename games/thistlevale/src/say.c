/* In bank 0: it reads strings of whichever bank the caller has. */
#include "say.h"

char say_text[SAY_LENGTH];
static u8 length;

void say_begin(void) {
  length = 0;
  say_text[0] = 0;
}

void say_add(const char *part) {
  while (*part && length != SAY_LENGTH - 1) say_text[length++] = *part++;
  say_text[length] = 0;
}

void say_add_number(u16 number) {
  char digits[6];
  u8 at = 5;
  digits[5] = 0;
  do {
    digits[--at] = (char)('0' + number % 10);
    number /= 10;
  } while (number);
  say_add(digits + at);
}

void say_wrap(void) {
  u8 at, space = 0, column = 0;
  u8 line = 0;
  for (at = 0; say_text[at]; at++, column++) {
    if (say_text[at] == ' ') space = at;
    if (column < 18 || space == 0) continue;
    /* Two lines a page. */
    say_text[space] = line ? '\f' : '\n';
    line ^= 1;
    column = (u8)(at - space - 1);
    space = 0;
  }
}
