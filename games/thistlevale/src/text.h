/* Text: letters on screen, and the text box that people and signs speak with. */
#ifndef TEXT_H
#define TEXT_H
#include "types.h"
/* Tiles in video memory: the font begins at 0x80 with the space, the frame of boxes follows. */
#define TILE_FONT 0x60 /* add an ASCII code */
#define TILE_FRAME 0xE0 /* corners and edges, row by row, without the middle */
#define TILE_ARROW 0xE8
#define TILE_CURSOR 0xE9
#define TILE_HEART 0xEA
#define TILE_SPACE 0x80

void font_load(void);
/* Draws a framed empty box into a tile map 32 wide. */
void box_draw(u8 *corner, u8 width, u8 height);
/* Prints a string (bank 0 or the caller's bank); returns the cell after it. */
u8 *print(u8 *cell, const char *string);
/* Prints a number without leading zeros; returns the cell after it. */
u8 *print_number(u8 *cell, u16 number);
/* Opens the text box, shows all pages letter by letter, waits for A or B after each, closes it. */
void text_show(u16 text);
/* The same, but the box stays open after the last page, for a question; text_close() ends it. */
void text_open(u16 text);
void text_close(void);
/* The item that {item} of a text stands for. */
extern u8 text_item;
#endif
