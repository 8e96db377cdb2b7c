/* What items do to a member of the party. */
#ifndef USE_H
#define USE_H
#include "types.h"
/* Uses an item of the kinds heal, cure, revive and refresh on a member; 0 when it would have no effect. It is not taken away. */
u8 item_use(u8 number, u8 place) __banked;
#endif
