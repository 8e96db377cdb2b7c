#include "hardware.h"
#include "menus/menus.h"
#include "text.h"
#include "video.h"

/* The box lies in the text box's right end, so that it needs no more of the screen. */
u8 yes_no(void) __banked {
  u8 event;
  u8 *corner = text_corner() + 14;
  box_draw(corner, 6, 6);
  print(corner + 2 * 32 + 2, "YES");
  print(corner + 4 * 32 + 2, "NO");
  list_open(MENU_YES_NO, 2, 2, 0);
  list_place(corner + 2 * 32 + 1, 2);
  do event = list_run();
  while (event == LIST_SELECT);
  wMenuKind = MENU_NONE;
  return event == LIST_CHOSEN && wCurrentMenuItem == 0;
}
