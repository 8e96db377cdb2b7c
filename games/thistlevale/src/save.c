#include "save.h"
#include "banks.h"
#include "hardware.h"
#include "party/box.h"
#include "state.h"

/*
 * Change the version whenever the layout of saved.c or the numbers of flags, maps or items change. Never 2: the low byte
 * of the version's address is 2, and SDCC 4.2 drops a pointer's load when the value to write equals its low byte.
 */
#define SAVE_VERSION 3
#define SAVE_MAGIC 0x5654 /* "TV" */

struct save {
  u16 magic;
  u8 version;
  u16 size; /* of saved.c, behind this head */
  u16 seed;
  u16 check; /* over the seed and saved.c, from SAVE_MAGIC on */
};

#define SAVED (*(struct save *)0xA000)
#define SAVED_STATE ((u8 *)0xA000 + sizeof(struct save))

extern u8 saved_begin[];
extern const u16 saved_size;

static void open_ram(void) {
  rRAMG = 0x0A;
  rRAMB = 0;
}

/* Closed RAM survives a crash and a power cut better. */
static void close_ram(void) { rRAMG = 0; }

static u16 check(void) {
  const u8 *p = SAVED_STATE;
  u16 sum = SAVE_MAGIC ^ SAVED.seed;
  u16 left = saved_size;
  while (left--) sum = (u16)((sum << 1) | (sum >> 15)) + *p++;
  return sum;
}

void save_write(void) __banked {
  open_ram();
  SAVED.magic = 0; /* a half-written save must not look whole */
  SAVED.version = SAVE_VERSION;
  SAVED.size = saved_size;
  SAVED.seed = wSeed;
  copy(SAVED_STATE, saved_begin, saved_size);
  SAVED.check = check();
  SAVED.magic = SAVE_MAGIC;
  close_ram();
  box_save();
}

u8 save_look(void) __banked {
  u8 found = SAVE_WHOLE;
  open_ram();
  if (SAVED.magic != SAVE_MAGIC) found = SAVE_NONE;
  else if (SAVED.version != SAVE_VERSION || SAVED.size != saved_size) found = SAVE_FOREIGN;
  else if (SAVED.check != check()) found = SAVE_DAMAGED;
  close_ram();
  return found;
}

void save_read(void) __banked {
  open_ram();
  wSeed = SAVED.seed;
  copy(saved_begin, SAVED_STATE, saved_size);
  close_ram();
  box_load();
}

void save_clear(void) __banked {
  fill(saved_begin, 0, saved_size);
  box_clear();
}
