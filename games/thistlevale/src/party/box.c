#include "party/box.h"
#include "banks.h"
#include "hardware.h"

#define BOX_MAGIC 0x4F42

struct saved_box {
  u16 magic, check;
  struct box box;
};

/*
 * The save itself ends below 0xA800 (save.c). Variables at fixed places, because SDCC 4.2 folds the address of a member of
 * *(struct saved_box *)0xA800 into a wrong constant.
 */
__at(0xA800) struct saved_box sSavedBox;
__at(0xB000) struct box sBox;

static void open_ram(void) {
  rRAMG = 0x0A;
  rRAMB = 0;
}
static void close_ram(void) { rRAMG = 0; }

static u16 check(void) {
  const u8 *p = (const u8 *)&sSavedBox.box;
  u16 i, sum = BOX_MAGIC;
  for (i = sizeof(struct box); i; i--) sum = (u16)((sum << 1) | (sum >> 15)) + *p++;
  return sum;
}

u8 box_count(void) __banked {
  u8 count;
  open_ram();
  count = sBox.count;
  close_ram();
  /* Battery RAM that no game has cleared yet may hold anything. */
  return count > BOX_SIZE ? BOX_SIZE : count;
}

u8 box_add(const struct monster *m) __banked {
  u8 count = box_count();
  if (count == BOX_SIZE) return 0;
  open_ram();
  copy((u8 *)&sBox.mons[count], (const u8 *)m, sizeof *m);
  sBox.count = (u8)(count + 1);
  close_ram();
  return 1;
}

void box_look(u8 at, struct monster *m) __banked {
  open_ram();
  copy((u8 *)m, (const u8 *)&sBox.mons[at], sizeof *m);
  close_ram();
}

void box_remove(u8 at) __banked {
  u8 last = (u8)(box_count() - 1);
  open_ram();
  for (; at < last; at++) copy((u8 *)&sBox.mons[at], (const u8 *)&sBox.mons[at + 1], sizeof(struct monster));
  sBox.count = last;
  close_ram();
}

void box_clear(void) __banked {
  open_ram();
  fill((u8 *)&sBox, 0, sizeof sBox);
  close_ram();
}

void box_save(void) __banked {
  open_ram();
  sSavedBox.magic = 0;
  copy((u8 *)&sSavedBox.box, (const u8 *)&sBox, sizeof sBox);
  sSavedBox.check = check();
  sSavedBox.magic = BOX_MAGIC;
  close_ram();
}

void box_load(void) __banked {
  u8 good;
  open_ram();
  good = sSavedBox.magic == BOX_MAGIC && sSavedBox.check == check() && sSavedBox.box.count <= BOX_SIZE;
  if (good) copy((u8 *)&sBox, (const u8 *)&sSavedBox.box, sizeof sBox);
  else fill((u8 *)&sBox, 0, sizeof sBox);
  close_ram();
}
