#include "save.h"
#include "hardware.h"
#include "state.h"

/* Change the version whenever the layout below changes: older saves are then not offered. */
#define SAVE_VERSION 1
#define SAVE_MAGIC 0x5654 /* "TV" */

struct save {
  u16 magic;
  u8 version, map, x, y, dir, milestones, text_speed;
  u16 seed, rng, steps, bumps;
  u16 check; /* sum over all bytes before, from SAVE_MAGIC on */
};

#define SAVED (*(struct save *)0xA000)

static void open_ram(void) {
  rRAMG = 0x0A;
  rRAMB = 0;
}

/* Closed RAM survives a crash and a power cut better. */
static void close_ram(void) { rRAMG = 0; }

static u16 check(void) {
  const u8 *p = (const u8 *)0xA000;
  u16 sum = SAVE_MAGIC;
  u8 i;
  for (i = 0; i != sizeof(struct save) - 2; i++) sum = (u16)((sum << 1) | (sum >> 15)) + *p++;
  return sum;
}

void save_write(void) __banked {
  open_ram();
  SAVED.magic = 0; /* a half-written save must not look whole */
  SAVED.version = SAVE_VERSION;
  SAVED.map = wCurMap;
  SAVED.x = wPlayerX;
  SAVED.y = wPlayerY;
  SAVED.dir = wPlayerDir;
  SAVED.milestones = wMilestones;
  SAVED.text_speed = wTextSpeed;
  SAVED.seed = wSeed;
  SAVED.rng = wRng;
  SAVED.steps = wStepCount;
  SAVED.bumps = wBumpCount;
  SAVED.magic = SAVE_MAGIC;
  SAVED.check = check();
  close_ram();
}

u8 save_is_valid(void) __banked {
  u8 valid;
  open_ram();
  valid = SAVED.magic == SAVE_MAGIC && SAVED.version == SAVE_VERSION && SAVED.check == check();
  close_ram();
  return valid;
}

void save_read(void) __banked {
  open_ram();
  wCurMap = SAVED.map;
  wPlayerX = SAVED.x;
  wPlayerY = SAVED.y;
  wPlayerDir = SAVED.dir;
  wMilestones = SAVED.milestones;
  wTextSpeed = SAVED.text_speed;
  wSeed = SAVED.seed;
  wRng = SAVED.rng;
  wStepCount = SAVED.steps;
  wBumpCount = SAVED.bumps;
  close_ram();
}
