#include "map.h"
#include "state.h"

u16 row_offsets[MAX_MAP_ROWS];
u8 map_tileset;
u8 map_people[4];
struct connection map_joins[4];
u8 map_dark;
u8 found_map, found_x, found_y, found_dir, found_milestone;
u16 found_talk;
u8 look_x, look_y;

u8 block_at(u8 x, u8 y) {
  return wOverworldMap[row_offsets[(u8)(y + MAP_BORDER)] + (u8)(x + MAP_BORDER)];
}

u8 class_at(u8 x, u8 y) { return wBlockClass[block_at(x, y)]; }
