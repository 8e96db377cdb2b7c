/* A core of a libretro interface that does not exist yet. */
#define CORE_NAME "wrong abi"
#define CORE_API 99
#include "minimal_core.h"

static void on_frame(unsigned frame, unsigned when) {
  (void)frame;
  (void)when;
}
