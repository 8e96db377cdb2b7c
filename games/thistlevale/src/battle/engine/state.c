/* What is live in a battle only. */
#include "battle/battle.h"
#include "battle/engine/fighter.h"
#include "battle/engine/reward.h"
#include "battle/engine/turn.h"
#include "battle/show.h"

u8 wBattleType, wLastBattleResult, wBattleTrainer;
struct fighter wBattleMon, wEnemyMon;
u8 wEnemyPartyCount;
struct monster wEnemyPartyMons[PARTY_SIZE];
u8 wBattleTurn, wFought, wFleeAttempts, wLevelled;
u8 say_side, say_thing;
u16 say_number;
u8 wPlayerAction, wPlayerChoice;
