#include "step.h"
const i8 step_x[4] = {0, 0, -1, 1};
const i8 step_y[4] = {1, -1, 0, 0};
