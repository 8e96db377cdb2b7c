/* In BANK_BATTLE_ART, beside the tables. */
#include "battle_art.h"
#include "art.h"
#include "banks.h"

#define TILE_BYTES 16
#define ICON_BYTES 128
#define FRAME_BYTES 128
#define FONT_BOX 96 /* first tile of the box in the font */

void art_monster_front(u8 species, u8 *to) __banked {
  const struct battle_picture *p = &monster_pictures[species];
  bank_copy(to, p->front, FRONT_TILES * TILE_BYTES, p->bank);
}

void art_monster_back(u8 species, u8 *to) __banked {
  const struct battle_picture *p = &monster_pictures[species];
  bank_copy(to, p->back, BACK_TILES * TILE_BYTES, p->bank);
}

void art_monster_palette(u8 species, u8 *to) __banked { copy(to, monster_pictures[species].palette, 8); }

void art_trainer_front(u8 trainer_class, u8 *to) __banked {
  const struct battle_picture *p = &trainer_pictures[trainer_class];
  bank_copy(to, p->front, FRONT_TILES * TILE_BYTES, p->bank);
}

void art_trainer_palette(u8 trainer_class, u8 *to) __banked { copy(to, trainer_pictures[trainer_class].palette, 8); }

void art_player_back(u8 *to) __banked {
  const struct battle_picture *p = &trainer_pictures[player_picture];
  bank_copy(to, p->back, BACK_TILES * TILE_BYTES, p->bank);
}

void art_player_palette(u8 *to) __banked { art_trainer_palette(player_picture, to); }

void art_battle_tiles(u8 first, u8 count, u8 *to) __banked { copy(to, battle_tiles + (u16)first * TILE_BYTES, (u16)count * TILE_BYTES); }

void art_battle_sprites(u8 *to) __banked { copy(to, battle_sprites, BATTLE_SPRITES * TILE_BYTES); }

void art_icon(u8 type, u8 *to) __banked { copy(to, icon_tiles + (u16)type * ICON_BYTES, ICON_BYTES); }

void art_battle_palette(u8 palette, u8 *to) __banked { copy(to, battle_palettes + (u16)palette * 8, 8); }

void art_put_monster(u8 species, u8 back, u8 *to) __banked {
  const struct battle_picture *p = &monster_pictures[species];
  bank_put(to, back ? p->back : p->front, (back ? BACK_TILES : FRONT_TILES) * TILE_BYTES, p->bank);
}

void art_put_trainer(u8 trainer_class, u8 *to) __banked {
  const struct battle_picture *p = &trainer_pictures[trainer_class];
  bank_put(to, p->front, FRONT_TILES * TILE_BYTES, p->bank);
}

void art_put_player(u8 *to) __banked {
  const struct battle_picture *p = &trainer_pictures[player_picture];
  bank_put(to, p->back, BACK_TILES * TILE_BYTES, p->bank);
}

void art_window_frame(u8 number, u8 *to) __banked {
  if (number == 0) bank_copy(to, font_tiles + FONT_BOX * TILE_BYTES, FRAME_BYTES, BANK_ART);
  else art_battle_tiles(TILE_FRAMES_OTHER, FRAME_BYTES / TILE_BYTES, to);
}

void art_window_palette(u8 number, u8 *to) __banked { copy(to, window_palettes + (u16)number * 8, 8); }

void art_put_tiles(u8 first, u8 count, u8 *to) __banked { bank_put(to, battle_tiles + (u16)first * TILE_BYTES, (u16)count * TILE_BYTES, BANK_BATTLE_ART); }
