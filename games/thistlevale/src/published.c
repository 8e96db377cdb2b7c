#include "published.h"

u8 wShownMode, wShownCover, wShownMapVisible, wShownMapReady;
u8 wShownX, wShownY, wShownDir, wShownWalk;
u8 wShownPersonX[MAX_PERSONS], wShownPersonY[MAX_PERSONS], wShownPersonDir[MAX_PERSONS], wShownPersonWalk[MAX_PERSONS];
u8 cover, map_visible, map_ready;

void publish(void) {
  u8 i;
  wShownMode = wScreenMode;
  wShownCover = cover;
  wShownMapVisible = map_visible;
  wShownMapReady = map_ready;
  wShownX = wPlayerX;
  wShownY = wPlayerY;
  wShownDir = wPlayerDir;
  wShownWalk = wWalkCounter;
  for (i = 0; i != wNumPersons; i++) {
    wShownPersonX[i] = wPersonX[i];
    wShownPersonY[i] = wPersonY[i];
    wShownPersonDir[i] = wPersonDir[i];
    wShownPersonWalk[i] = wPersonWalk[i];
  }
}
