/* A new game: seed, introduction, first place. In BANK_SCREENS. */
#ifndef NEW_GAME_H
#define NEW_GAME_H
void new_game(void);
#endif
