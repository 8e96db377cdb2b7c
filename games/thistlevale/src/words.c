#include "words.h"
#include "battle_ids.h"
#include "rng.h"

static const char *const words[16] = {"BRAMBLE", "CLOVER", "DOWN", "EMBER", "FENNEL", "GORSE", "HEATHER", "IVY",
                                      "JUNIPER", "LARK", "MARROW", "NETTLE", "OSIER", "PLUME", "RUSHES", "SORREL"};

const char *seeded_word(void) { return words[rng_seeded(0xA0) & 15]; }

u8 seeded_number(u8 text) {
  u8 value = (u8)(rng_seeded((u8)(0xB0 + text)) >> 8);
  while (value >= 90) value -= 90;
  return (u8)(value + 10);
}

u8 wErrandItem, wErrandCount, wErrandDirection, wPasswordPlace;

/* The hermit's password is never the word of the gate. */
static u8 password(void) {
  u8 gate = (u8)(rng_seeded(0xA0) & 15);
  u8 word = (u8)(rng_seeded(0xA1) >> 4) & 15;
  return word == gate ? (u8)((word + 5) & 15) : word;
}

void errands_choose(void) {
  static const u8 ways[3] = {UP, LEFT, RIGHT};
  u8 value = (u8)(rng_seeded(0xA5) >> 8);
  while (value >= 3) value -= 3;
  wErrandDirection = ways[value];
  wErrandItem = (u8)(ITEM_SUNROOT + ((rng_seeded(0xA3) >> 5) & 3));
  wErrandCount = (u8)(2 + ((rng_seeded(0xA4) >> 7) & 3));
  wPasswordPlace = (u8)((rng_seeded(0xA2) >> 6) & 3);
}

/* Steps of 3 through the 16 words: the four offered are all different. */
const char *offered_word(u8 place) { return words[(u8)(password() + (place - wPasswordPlace) * 3) & 15]; }

const char *seeded_password(void) { return words[password()]; }

const char *seeded_direction_name(void) {
  static const char *const names[4] = {"SOUTH", "NORTH", "WEST", "EAST"};
  return names[wErrandDirection];
}
