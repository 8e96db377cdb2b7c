/* Shared by person.c, person_load.c and world/script.c only. */
#ifndef PERSON_PRIVATE_H
#define PERSON_PRIVATE_H
#include "state.h"
extern u8 person_behaviour[MAX_PERSONS], person_radius[MAX_PERSONS], person_timer[MAX_PERSONS];
extern u8 person_home_x[MAX_PERSONS], person_home_y[MAX_PERSONS];
#endif
