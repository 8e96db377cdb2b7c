/* Walking about: the loop between title and ending. */
#ifndef OVERWORLD_H
#define OVERWORLD_H
/* Enters wCurMap at wPlayerX, wPlayerY behind a white screen and fades in. */
void overworld_enter(void);
/* Plays until the gate is reached (1) or the game is left by the menu (0). */
unsigned char overworld_run(void);
#endif
