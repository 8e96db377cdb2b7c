/*
 * Everything that a save holds besides the seed, in one area of work RAM (SAVED): save.c copies it as a whole. Change
 * SAVE_VERSION whenever something here changes.
 */
#include "items/bag.h"
#include "menus/naming.h"
#include "menus/options.h"
#include "party/party.h"
#include "state.h"
#include "world/flags.h"

u16 wRng;
u8 wCurMap, wPlayerX, wPlayerY, wPlayerDir;
u8 wHealMap, wHealX, wHealY;
u8 wMilestones;
u8 wEventFlags[EVENT_FLAG_BYTES];
u16 wStepCount, wBumpCount;
u8 wTextSpeed;
u8 wRepelSteps;

u8 wPartyCount;
struct monster wPartyMons[PARTY_SIZE];
u8 wNumBagItems;
struct bag_slot wBagItems[BAG_SIZE];
u16 wMoney;
u8 wFrameStyle, wPaletteStyle;
char wPlayerName[NAME_LENGTH];
