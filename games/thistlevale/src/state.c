#include "state.h"

__at(0xC000) u16 wSeed;
__at(0xC002) u16 wSeedMagic;
u16 wRng;
volatile u16 wFrameCounter;
u8 wScreenMode;
u8 wCurMap, wPlayerX, wPlayerY, wPlayerDir, wWalkCounter;
u8 wMapWidth, wMapHeight, wMapStride;
u8 wOverworldMap[MAX_MAP_BYTES];
u8 wBlockClass[128];
u8 wNumPersons;
u8 wPersonX[MAX_PERSONS], wPersonY[MAX_PERSONS], wPersonDir[MAX_PERSONS], wPersonSprite[MAX_PERSONS], wPersonWalk[MAX_PERSONS];
u8 wTextActive;
u8 wMilestones;
u16 wStepCount, wBumpCount;
u8 wTextSpeed;
u8 wTextNumber;

void milestone_set(u8 bit) {
  if (bit != NONE) wMilestones |= (u8)(1 << bit);
}
