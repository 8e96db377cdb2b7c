/* The way of one step in each direction. */
#ifndef STEP_H
#define STEP_H
#include "types.h"
extern const i8 step_x[4], step_y[4];
#endif
