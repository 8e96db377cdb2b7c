/* Never comes back from the frame its ROM names. */
#define CORE_NAME "hang"
#include "minimal_core.h"

static void on_frame(unsigned frame, unsigned when) {
  volatile bool forever = frame == when;
  while (forever) {
  }
}
