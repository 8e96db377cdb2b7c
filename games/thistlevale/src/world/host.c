#include "world/host.h"
#include "overworld.h"
#include "state.h"
#include "view.h"
#include "world/script.h"
#include "battle/battle.h"
#include "items/bag.h"
#include "menus/shop.h"
#include "party/party.h"

u8 wHostRequest;
u8 wHostArguments[HOST_ARGUMENTS];

static u8 after_battle(u8 result) {
  if (result == BATTLE_LOST) return SCRIPT_LOST;
  map_redraw();
  return SCRIPT_DONE;
}

u8 host_serve(void) __banked {
  const u8 *a = wHostArguments;
  u8 request = wHostRequest;
  wHostRequest = HOST_NONE;
  switch (request) {
    case HOST_WARP:
      wCurMap = a[0];
      wPlayerX = a[1];
      wPlayerY = a[2];
      wPlayerDir = a[3];
      return SCRIPT_WARPED;
    case HOST_WILD:
      return after_battle(battle_wild(a[0], a[1]));
    case HOST_TRAINER:
      return after_battle(battle_trainer(a[0]));
    case HOST_SHOP:
      shop_run(a[0]);
      map_redraw();
      break;
    case HOST_SCRIPT:
      return script_run(a[0] | ((u16)a[1] << 8), NONE);
    case HOST_GIVE_MONSTER:
      party_give(a[0], a[1]);
      break;
    case HOST_GIVE_ITEM:
      bag_add(a[0], a[1]);
      break;
    case HOST_HEAL:
      party_heal();
      break;
    case HOST_BOX:
      box_run();
      map_redraw();
      break;
  }
  return SCRIPT_DONE;
}
