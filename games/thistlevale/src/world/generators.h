/* Mazes that the seed makes: a wood of rooms and a cave. Called by layout.c for the features "maze" and "cavern". */
#ifndef GENERATORS_H
#define GENERATORS_H
#include "types.h"
#define MAX_SPOTS 6
/* Places off the main way, for things and people: nobody who stands there closes a way. */
extern u8 spot_x[MAX_SPOTS], spot_y[MAX_SPOTS];
/* f: left, top, rooms across, rooms down, wall, floor, grass, loops, column of rooms of the entrance, of the exit, gate */
void generate_maze(const u8 *f);
#define MAZE_BYTES 11
/* f: left, top, right, bottom of what may be dug, floor, blocks to dig divided by 4, entrance x, y, exit x, y, wall */
void generate_cavern(const u8 *f);
#define CAVERN_BYTES 11
#endif
