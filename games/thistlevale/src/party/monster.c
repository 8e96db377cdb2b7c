#include "party/party.h"
#include "banks.h"
#include "party/growth.h"
#include "rng.h"

static u8 gene(u16 genes, u8 at) { return (u8)((genes >> (at << 2)) & 15); }

void monster_restat(struct monster *m) __banked {
  u16 missing = m->max_hp - m->hp;
  species_load(m->species);
  m->max_hp = hp_value(species.base[STAT_HP], hp_gene(m->genes), m->level);
  m->attack = stat_value(species.base[STAT_ATTACK], gene(m->genes, 0), m->level);
  m->defense = stat_value(species.base[STAT_DEFENSE], gene(m->genes, 1), m->level);
  m->speed = stat_value(species.base[STAT_SPEED], gene(m->genes, 2), m->level);
  m->special = stat_value(species.base[STAT_SPECIAL], gene(m->genes, 3), m->level);
  /* Who has fainted stays so. */
  if (m->hp) m->hp = m->max_hp > missing ? m->max_hp - missing : 1;
}

void monster_set_move(struct monster *m, u8 slot, u8 number) __banked {
  m->moves[slot] = number;
  if (number == NONE) {
    m->pp[slot] = 0;
    return;
  }
  move_load(number);
  m->pp[slot] = move.pp;
}

u8 monster_learn(struct monster *m, u8 number) __banked {
  u8 slot;
  for (slot = 0; slot != MOVES; slot++)
    if (m->moves[slot] == number) return 2;
  for (slot = 0; slot != MOVES; slot++)
    if (m->moves[slot] == NONE) {
      monster_set_move(m, slot, number);
      return 1;
    }
  return 0;
}

/* The moves of all levels up to its own; the oldest makes room. */
static void learn_all(struct monster *m) {
  u8 at, nth, number;
  for (at = 1; at <= m->level; at++)
    for (nth = 0;; nth++) {
      number = move_learnt(m->species, at, nth);
      if (number == NONE) break;
      if (monster_learn(m, number)) continue;
      copy(m->moves, m->moves + 1, MOVES - 1);
      copy(m->pp, m->pp + 1, MOVES - 1);
      monster_set_move(m, MOVES - 1, number);
    }
}

void monster_make(struct monster *m, u8 number, u8 level) __banked {
  fill((u8 *)m, 0, sizeof *m);
  fill(m->moves, NONE, MOVES);
  m->species = number;
  m->level = level;
  m->met_level = level;
  m->genes = (u16)((u16)random() << 8);
  m->genes |= random();
  m->hp = 1;
  m->max_hp = 1;
  monster_restat(m);
  m->experience = experience_at(species.growth, level);
  copy((u8 *)m->nickname, (const u8 *)species.name, NAME_LENGTH);
  learn_all(m);
}

void monster_heal(struct monster *m) __banked {
  u8 slot;
  m->hp = m->max_hp;
  m->status = STATUS_NONE;
  m->sleep = 0;
  for (slot = 0; slot != MOVES; slot++)
    if (m->moves[slot] != NONE) {
      move_load(m->moves[slot]);
      m->pp[slot] = move.pp;
    }
}

void monster_gain(struct monster *m, u16 experience) __banked {
  u16 most;
  species_load(m->species);
  most = experience_at(species.growth, MAX_LEVEL);
  if (m->experience >= most || experience >= most - m->experience) m->experience = most;
  else m->experience += experience;
}

u8 monster_level_up(struct monster *m) __banked {
  if (m->level >= MAX_LEVEL) return 0;
  species_load(m->species);
  if (m->experience < experience_at(species.growth, (u8)(m->level + 1))) return 0;
  m->level++;
  monster_restat(m);
  return 1;
}

u8 monster_evolves(const struct monster *m) __banked {
  species_load(m->species);
  return species.evolve_level && m->level >= species.evolve_level;
}

static u8 same(const char *a, const char *b) {
  while (*a && *a == *b) {
    a++;
    b++;
  }
  return *a == *b;
}

void monster_evolve(struct monster *m) __banked {
  u8 renamed;
  species_load(m->species);
  renamed = !same(m->nickname, species.name);
  m->species = species.evolve_to;
  monster_restat(m);
  if (!renamed) copy((u8 *)m->nickname, (const u8 *)species.name, NAME_LENGTH);
}

u8 monster_progress(const struct monster *m) __banked {
  u16 from, to;
  if (m->level >= MAX_LEVEL) return 64;
  species_load(m->species);
  from = experience_at(species.growth, m->level);
  to = experience_at(species.growth, (u8)(m->level + 1));
  /* At most 7,500 lie between two levels: eighths keep the product in 16 bits. */
  return (u8)((u16)((m->experience - from) >> 3) * 64 / (u16)(((to - from) >> 3) + 1));
}

u16 monster_missing(const struct monster *m) __banked {
  if (m->level >= MAX_LEVEL) return 0;
  species_load(m->species);
  return experience_at(species.growth, (u8)(m->level + 1)) - m->experience;
}
