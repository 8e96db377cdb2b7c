/* Battles, as the world sees them. They leave the map as it was; whoever calls draws it anew (map_redraw). */
#ifndef BATTLE_H
#define BATTLE_H
#include "types.h"
enum battle_result { BATTLE_WON, BATTLE_LOST, BATTLE_FLED, BATTLE_CAUGHT };
enum battle_type { BATTLE_NONE, BATTLE_WILD, BATTLE_TRAINER };
extern u8 wBattleType, wLastBattleResult;

/* Both need a monster that can fight in the party; both return an enum battle_result. */
u8 battle_wild(u8 species, u8 level) __banked;
/* Against an entry of data/trainers.json; a victory is paid, a defeat costs half the money. */
u8 battle_trainer(u8 trainer) __banked;
#endif
