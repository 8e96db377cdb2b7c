/*
 * What is on screen now. The game computes a frame while the one before is being drawn, so the state that a host reads
 * between two frames is one frame ahead of the picture. These copies are made right after the vertical blank: they
 * belong to the picture that the host has just received.
 */
#ifndef PUBLISHED_H
#define PUBLISHED_H
#include "state.h"
extern u8 wShownMode, wShownCover, wShownMapVisible, wShownMapReady;
extern u8 wShownX, wShownY, wShownDir, wShownWalk;
extern u8 wShownPersonX[MAX_PERSONS], wShownPersonY[MAX_PERSONS], wShownPersonDir[MAX_PERSONS], wShownPersonWalk[MAX_PERSONS];

/* What covers the map: nothing, the text box (block rows 6-8), the start menu (block columns 5-9) or everything. */
enum cover { COVER_NONE, COVER_TEXT, COVER_MENU, COVER_ALL };
extern u8 cover;
extern u8 map_visible; /* 1 while the map is the picture's background */
extern u8 map_ready;   /* 0 while a map is being loaded */
void publish(void);
#endif
