#include "hardware.h"
#include "menus/menus.h"
#include "text.h"
#include "video.h"

/* The box lies in the text box's right end, so that it needs no more of the screen. */
u8 yes_no(void) __banked {
  u8 event;
  box_draw(WINDOW_CELL(13, 0), 7, 6);
  print(WINDOW_CELL(15, 2), "YES");
  print(WINDOW_CELL(15, 4), "NO");
  list_open(MENU_YES_NO, 2, 2, 0);
  list_place(WINDOW_CELL(14, 2), 2);
  do event = list_run();
  while (event == LIST_SELECT);
  wMenuKind = MENU_NONE;
  return event == LIST_CHOSEN && wCurrentMenuItem == 0;
}
