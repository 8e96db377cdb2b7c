/*
 * The arithmetic of growth and battles on the PC, from the same sources as the ROM. Reads lines of a name and numbers,
 * prints one number a line (tools/battle-check.js, battle-formulas.test.ts).
 */
#include <stdio.h>
#include <string.h>
#include "battle/engine/formulas.h"
#include "data/data.h"
#include "party/growth.h"
#include "party/party.h"
#include "rng.h"

u16 wSeed, wRng;
u8 wPartyCount;
struct monster wPartyMons[PARTY_SIZE];

void copy(u8 *to, const u8 *from, u16 size) { memmove(to, from, size); }
void fill(u8 *to, u8 value, u16 size) { memset(to, value, size); }

/* A whole monster as a line: its fields in the order of struct monster, without the name. */
static void print_monster(const struct monster *m) {
  printf("%u %u %u %u %u %u %u %u %u %u %u", m->species, m->level, m->experience, m->hp, m->max_hp, m->attack, m->defense, m->speed, m->special, m->status, m->genes);
  for (int i = 0; i < MOVES; i++) printf(" %u %u", m->moves[i], m->pp[i]);
  printf("\n");
}

int main(void) {
  char name[32];
  unsigned a, b, c, d, e;
  struct monster m;
  while (scanf("%31s %u %u %u %u %u", name, &a, &b, &c, &d, &e) == 6) {
    if (!strcmp(name, "experience_at")) printf("%u\n", experience_at(a, b));
    else if (!strcmp(name, "stat")) printf("%u\n", stat_value(a, b, c));
    else if (!strcmp(name, "hp")) printf("%u\n", hp_value(a, b, c));
    else if (!strcmp(name, "hp_gene")) printf("%u\n", hp_gene(a));
    else if (!strcmp(name, "staged")) printf("%u\n", staged(a, b));
    else if (!strcmp(name, "base_damage")) printf("%u\n", base_damage(a, b, c, d));
    else if (!strcmp(name, "final_damage")) printf("%u\n", final_damage(a, b, c, d, e));
    else if (!strcmp(name, "hit_chance")) printf("%u\n", hit_chance(a, b));
    else if (!strcmp(name, "catch_chance")) printf("%u\n", catch_chance(a, b, c, d, e));
    else if (!strcmp(name, "catch_wobbles")) printf("%u\n", catch_wobbles(a, b));
    else if (!strcmp(name, "flee_chance")) printf("%u\n", flee_chance(a, b, c));
    else if (!strcmp(name, "experience_yield")) printf("%u\n", experience_yield(a, b, c, d));
    else if (!strcmp(name, "type_factor")) printf("%u\n", type_factor(a, b));
    else if (!strcmp(name, "size")) printf("%u\n", (unsigned)sizeof(struct monster));
    else if (!strcmp(name, "make")) {
      wRng = (u16)c;
      monster_make(&m, (u8)a, (u8)b);
      print_monster(&m);
    } else if (!strcmp(name, "grow")) {
      /* species, level, rng, experience gained: levels as far as that leads */
      wRng = (u16)c;
      monster_make(&m, (u8)a, (u8)b);
      monster_gain(&m, (u16)d);
      while (monster_level_up(&m)) {
      }
      print_monster(&m);
    } else {
      printf("unknown %s\n", name);
      return 1;
    }
  }
  return 0;
}
