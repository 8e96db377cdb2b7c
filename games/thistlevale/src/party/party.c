#include "party/party.h"
#include "banks.h"
#include "party/box.h"

static struct monster newcomer;

u8 party_add(const struct monster *m) __banked {
  if (wPartyCount == PARTY_SIZE) return box_add(m) ? 2 : 0;
  copy((u8 *)&wPartyMons[wPartyCount], (const u8 *)m, sizeof *m);
  wPartyCount++;
  return 1;
}

u8 party_give(u8 number, u8 level) __banked {
  monster_make(&newcomer, number, level);
  return party_add(&newcomer);
}

void party_remove(u8 at) __banked {
  wPartyCount--;
  for (; at != wPartyCount; at++) copy((u8 *)&wPartyMons[at], (const u8 *)&wPartyMons[at + 1], sizeof newcomer);
}

void party_swap(u8 a, u8 b) __banked {
  if (a == b) return;
  copy((u8 *)&newcomer, (const u8 *)&wPartyMons[a], sizeof newcomer);
  copy((u8 *)&wPartyMons[a], (const u8 *)&wPartyMons[b], sizeof newcomer);
  copy((u8 *)&wPartyMons[b], (const u8 *)&newcomer, sizeof newcomer);
}

void party_heal(void) __banked {
  u8 i;
  for (i = 0; i != wPartyCount; i++) monster_heal(&wPartyMons[i]);
}

u8 party_fit(void) __banked {
  u8 i, fit = 0;
  for (i = 0; i != wPartyCount; i++)
    if (wPartyMons[i].hp) fit++;
  return fit;
}
