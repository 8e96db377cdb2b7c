#include "party/growth.h"

static const u8 rates[3] = {5, 6, 8};

u16 experience_at(u8 growth, u8 level) {
  u16 square = (u16)level * level;
  return level <= 1 ? 0 : (u16)((u16)(square * rates[growth]) >> 3) * level;
}

static u16 scaled(u8 base, u8 gene, u8 level) { return (u16)((u16)base + gene) * 2 * level / 100; }

u16 stat_value(u8 base, u8 gene, u8 level) { return (u16)(scaled(base, gene, level) + 5); }

u16 hp_value(u8 base, u8 gene, u8 level) { return (u16)(scaled(base, gene, level) + level + 10); }

u8 hp_gene(u16 genes) {
  return (u8)((genes & 1 ? 8 : 0) | (genes & 0x10 ? 4 : 0) | (genes & 0x100 ? 2 : 0) | (genes & 0x1000 ? 1 : 0));
}
