/* The map the player is on: loading, looking up. */
#ifndef MAP_H
#define MAP_H
#include "types.h"
#include "world.h"

#define MAX_MAP_ROWS 52 /* 40 of the layout and both borders */
extern u16 row_offsets[MAX_MAP_ROWS]; /* where each row of wOverworldMap begins, border rows included */
extern u8 map_tileset;
extern u8 map_people[4];
extern struct connection map_joins[4]; /* by enum side; map NONE: the map ends there */
extern u8 map_dark;                    /* 1: nothing is seen here without the lamp */

/* Loads wCurMap: blocks with border and neighbours, and its persons. In BANK_WORLD. */
void map_load(void) __banked;

/* The block at map coordinates; one step and more outside is border. */
u8 block_at(u8 x, u8 y);
/* The class of that block. */
u8 class_at(u8 x, u8 y);

/* What a look-up found. */
extern u8 found_map, found_x, found_y, found_dir, found_milestone;
extern u16 found_talk; /* of a sign or trigger: see TALK_SCRIPT */
/* Looks for a warp (sign) at look_x, look_y of wCurMap; returns whether there is one. In BANK_WORLD. */
extern u8 look_x, look_y;
u8 warp_find(void) __banked;
u8 sign_find(void) __banked;
/* Looks for a place whose script runs now; it sets found_talk. In BANK_WORLD. */
u8 trigger_find(void) __banked;
/* Where a new game begins on wCurMap, chosen by the seed: sets wPlayerX and wPlayerY. In BANK_WORLD. */
void start_find(void) __banked;
#endif
