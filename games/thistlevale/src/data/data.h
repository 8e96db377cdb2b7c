/*
 * Species, moves, items and trainers. The tables lie in a bank of their own; these calls copy one entry into work RAM,
 * where code of every bank can read it. An entry stays there until the next one of its kind is loaded.
 */
#ifndef DATA_H
#define DATA_H
#include "battle_ids.h"
#include "types.h"

#define MAX_LEVEL 40
#define NAME_LENGTH 11 /* ten letters and the end */
#define MOVES 4

enum stat { STAT_HP, STAT_ATTACK, STAT_DEFENSE, STAT_SPEED, STAT_SPECIAL, STATS };
enum status { STATUS_NONE, STATUS_SLEEP, STATUS_POISON, STATUS_BURN, STATUS_NUMB, STATUS_ANY };
enum growth { GROWTH_FAST, GROWTH_MEDIUM, GROWTH_SLOW };
enum move_kind { KIND_FORCE, KIND_SPIRIT, KIND_STATUS };
enum effect {
  EFFECT_NONE, EFFECT_POISON, EFFECT_SLEEP, EFFECT_BURN, EFFECT_NUMB, EFFECT_DRAIN, EFFECT_MULTI_HIT, EFFECT_DOUBLE_HIT,
  EFFECT_RECOIL, EFFECT_HEAL, EFFECT_FLINCH,
  EFFECT_ATTACK_UP, EFFECT_DEFENSE_UP, EFFECT_SPEED_UP, EFFECT_SPECIAL_UP, EFFECT_ACCURACY_UP,
  EFFECT_ATTACK_DOWN, EFFECT_DEFENSE_DOWN, EFFECT_SPEED_DOWN, EFFECT_SPECIAL_DOWN, EFFECT_ACCURACY_DOWN
};
enum item_kind { ITEM_KIND_ORB, ITEM_KIND_HEAL, ITEM_KIND_CURE, ITEM_KIND_REVIVE, ITEM_KIND_REFRESH, ITEM_KIND_REPEL, ITEM_KIND_ESCAPE, ITEM_KIND_KEY, ITEM_KIND_GOODS };

struct species_data {
  char name[NAME_LENGTH];
  u8 types[2]; /* the same twice: one type */
  u8 base[STATS];
  u8 catch_rate, yield, growth;
  u8 evolve_level, evolve_to; /* 0, NONE: does not evolve */
};

struct move_data {
  char name[13];
  u8 type, kind, power;
  u8 accuracy; /* percent; 0: always hits */
  u8 pp, effect, chance, priority;
};

struct item_data {
  char name[13];
  u16 price;
  u8 kind;
  u8 value; /* orb: tenths of the catch rate; heal: points; cure: enum status; revive: percent */
  char about[37];
};

struct trainer_data {
  char name[20]; /* with the class before it */
  u8 class, skill, prize, party_count;
  u8 items[2];
  char beaten[35];
};

extern struct species_data species;
extern struct move_data move;
extern struct item_data item;
extern struct trainer_data trainer;
extern char data_text[73]; /* what the calls that give words leave behind */

void species_load(u8 number) __banked;
void species_about(u8 number) __banked;
void move_load(u8 number) __banked;
void item_load(u8 number) __banked;
void trainer_load(u8 number) __banked;
void type_name(u8 type) __banked;
void species_name(u8 number) __banked;
void move_name(u8 number) __banked;
void item_name(u8 number) __banked;

/* The move that a species learns at this level, the nth of them counted from 0; NONE: no more. */
u8 move_learnt(u8 species, u8 level, u8 nth) __banked;
/* One byte of the party of a trainer: member × 6 + (0 species, 1 level, 2-5 moves). */
u8 trainer_party_byte(u8 trainer, u8 at) __banked;
/* Twice the factor of a move's type against one type: 0, 1, 2 or 4. */
u8 type_factor(u8 attack, u8 defend) __banked;
/* The nth thing that a shop sells, or NONE. */
u8 shop_item(u8 shop, u8 nth) __banked;
#endif
