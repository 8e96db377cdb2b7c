/* Integer types and the few words that every file uses. */
#ifndef TYPES_H
#define TYPES_H
typedef unsigned char u8;
typedef signed char i8;
typedef unsigned short u16;
#ifdef __SDCC
typedef unsigned long u32;
#else
typedef unsigned int u32;
#endif

/* "No map", "no milestone", "no person". */
#define NONE 255

/* Directions people face, in the order of the sprite sheet. */
enum direction { DOWN, UP, LEFT, RIGHT };

/* Values of wScreenMode; the order of screenModes in protocol/words.ts. */
enum screen_mode { MODE_BLANK, MODE_TITLE, MODE_OVERWORLD, MODE_DIALOG, MODE_MENU, MODE_TRANSITION, MODE_ENDING, MODE_BATTLE };

/* Classes of map cells; the order of cellClasses in protocol/words.ts. */
enum cell_class { CELL_VOID, CELL_FLOOR, CELL_WALL, CELL_DOOR, CELL_GRASS, CELL_LEDGE, CELL_PERSON, CELL_SIGN, CELL_GATE };
#endif
