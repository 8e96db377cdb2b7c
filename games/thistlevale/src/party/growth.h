/* The arithmetic of growing; tools/battle-check.c tries the same functions on the PC. */
#ifndef GROWTH_H
#define GROWTH_H
#include "types.h"
/* Experience at which a level begins: floor(level² · rate / 8) · level, rate 5 fast, 6 medium, 8 slow. */
u16 experience_at(u8 growth, u8 level);
/* floor(2 · (base + gene) · level / 100) + 5; HP: + level + 10 instead. */
u16 stat_value(u8 base, u8 gene, u8 level);
u16 hp_value(u8 base, u8 gene, u8 level);
/* HP has no gene of its own: the lowest bits of the other four. */
u8 hp_gene(u16 genes);
#endif
