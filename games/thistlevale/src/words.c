#include "words.h"
#include "rng.h"

static const char *const words[16] = {"BRAMBLE", "CLOVER", "DOWN", "EMBER", "FENNEL", "GORSE", "HEATHER", "IVY",
                                      "JUNIPER", "LARK", "MARROW", "NETTLE", "OSIER", "PLUME", "RUSHES", "SORREL"};

const char *seeded_word(void) { return words[rng_seeded(0xA0) & 15]; }

u8 seeded_number(u8 text) {
  u8 value = (u8)(rng_seeded((u8)(0xB0 + text)) >> 8);
  while (value >= 90) value -= 90;
  return (u8)(value + 10);
}
