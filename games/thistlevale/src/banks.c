#include "banks.h"
#include "hardware.h"
#include "video.h"

u8 bank_switch(u8 bank) {
  u8 before = current_bank;
  current_bank = bank;
  rROMB = bank;
  return before;
}

void bank_copy(u8 *to, const u8 *from, u16 size, u8 bank) {
  u8 before = bank_switch(bank);
  copy(to, from, size);
  bank_switch(before);
}

void bank_put(u8 *to, const u8 *from, u16 size, u8 bank) {
  u8 before = bank_switch(bank);
  for (; size; size--) put_cell(to++, *from++);
  bank_switch(before);
}
