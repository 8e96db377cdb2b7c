#include "items/use.h"
#include "data/data.h"
#include "party/party.h"

static u8 heal(struct monster *m) {
  if (m->hp == 0 || m->hp == m->max_hp) return 0;
  m->hp = item.value == 255 || item.value >= m->max_hp - m->hp ? m->max_hp : m->hp + item.value;
  return 1;
}

static u8 cure(struct monster *m) {
  if (m->hp == 0 || m->status == STATUS_NONE || (item.value != STATUS_ANY && item.value != m->status)) return 0;
  m->status = STATUS_NONE;
  m->sleep = 0;
  return 1;
}

static u8 revive(struct monster *m) {
  if (m->hp) return 0;
  m->hp = (u16)(m->max_hp * item.value) / 100;
  if (m->hp == 0) m->hp = 1;
  m->status = STATUS_NONE;
  return 1;
}

static u8 refresh(struct monster *m) {
  u8 slot, done = 0;
  for (slot = 0; slot != MOVES; slot++) {
    if (m->moves[slot] == NONE) continue;
    move_load(m->moves[slot]);
    if (m->pp[slot] >= move.pp) continue;
    done = 1;
    m->pp[slot] = m->pp[slot] + item.value > move.pp ? move.pp : (u8)(m->pp[slot] + item.value);
  }
  return done;
}

u8 item_use(u8 number, u8 place) __banked {
  struct monster *m = &wPartyMons[place];
  item_load(number);
  switch (item.kind) {
    case ITEM_KIND_HEAL: return heal(m);
    case ITEM_KIND_CURE: return cure(m);
    case ITEM_KIND_REVIVE: return revive(m);
    case ITEM_KIND_REFRESH: return refresh(m);
    default: return 0;
  }
}
