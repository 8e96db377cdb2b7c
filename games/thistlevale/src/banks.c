#include "banks.h"
#include "hardware.h"

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
