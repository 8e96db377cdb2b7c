/* Doors for whoever sets up a scene from outside. In the bank of world/. */
#ifndef HOST_H
#define HOST_H
#include "types.h"
enum host_request {
  HOST_NONE,
  HOST_WARP,    /* map, x, y, direction */
  HOST_WILD,    /* species, level */
  HOST_TRAINER, /* index into data/trainers.json */
  HOST_SHOP,    /* index into data/shops.json */
  HOST_SCRIPT,  /* number, low byte first */
  HOST_GIVE_MONSTER, /* species, level */
  HOST_GIVE_ITEM,    /* item, count */
  HOST_HEAL,
  HOST_BOX
};
#define HOST_ARGUMENTS 8
extern u8 wHostRequest;
extern u8 wHostArguments[HOST_ARGUMENTS];
/* Serves wHostRequest and clears it; returns an enum script_end. Call it while the player stands free. */
u8 host_serve(void) __banked;
#endif
