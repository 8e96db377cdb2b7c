#include "menus/bag_menu.h"
u8 bag_choose(u8 purpose) __banked { return purpose == 77 ? 0 : 255; }
