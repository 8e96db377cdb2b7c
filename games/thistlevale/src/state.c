#include "state.h"

__at(0xC000) u16 wSeed;
__at(0xC002) u16 wSeedMagic;
volatile u16 wFrameCounter;
u8 wScreenMode;
u8 wWalkCounter;
u8 wMapWidth, wMapHeight, wMapStride;
u8 wOverworldMap[MAX_MAP_BYTES];
u8 wBlockClass[128];
u8 wNumPersons;
u8 wPersonX[MAX_PERSONS], wPersonY[MAX_PERSONS], wPersonDir[MAX_PERSONS], wPersonSprite[MAX_PERSONS], wPersonWalk[MAX_PERSONS];
u8 wTextActive;
u8 wSceneActive;
u8 wPlayerFree;
u16 wTextNumber;
