/* Full-screen pictures. */
#ifndef PICTURE_H
#define PICTURE_H
#include "types.h"
/* Loads one of the pictures of art.h with its palettes. LCD off. */
void picture_load(u8 number);
#endif
