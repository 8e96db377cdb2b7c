/* The state of the game, by the names that memory-map.md lists. */
#ifndef STATE_H
#define STATE_H
#include "types.h"

#define MAX_PERSONS 8
#define MAP_BORDER 6
#define MAX_MAP_BYTES 1600

/* Fixed addresses: a host may write both before the first frame, and start-up leaves them alone. */
__at(0xC000) extern u16 wSeed;
__at(0xC002) extern u16 wSeedMagic;
#define SEED_MAGIC 0x5EED

extern u16 wRng;
extern volatile u16 wFrameCounter;
extern u8 wScreenMode;
extern u8 wCurMap, wPlayerX, wPlayerY, wPlayerDir, wWalkCounter;
extern u8 wMapWidth, wMapHeight, wMapStride;
extern u8 wOverworldMap[MAX_MAP_BYTES];
extern u8 wBlockClass[128];
extern u8 wNumPersons;
extern u8 wPersonX[MAX_PERSONS], wPersonY[MAX_PERSONS], wPersonDir[MAX_PERSONS], wPersonSprite[MAX_PERSONS], wPersonWalk[MAX_PERSONS];
extern u8 wTextActive;
extern u8 wSceneActive; /* 1 while a script runs or a trainer walks up: buttons do not walk */
extern u8 wPlayerFree; /* 1 while the buttons move the player: no text, menu, scene or battle */
extern u8 wMilestones;
extern u16 wStepCount, wBumpCount;
extern u8 wTextSpeed; /* frames a letter: 1, 2 or 4 */
extern u16 wTextNumber; /* which text is open */

/* Where the player wakes after a defeat: the last place of rest. */
extern u8 wHealMap, wHealX, wHealY;

/* Sets a bit of the story: of wMilestones (bits 0-6) and of wEventFlags. NONE is ignored. */
void milestone_set(u8 bit);
#endif
