/* Dies of a segmentation fault at the frame its ROM names. */
#define CORE_NAME "crash"
#include <signal.h>

#include "minimal_core.h"

static void on_frame(unsigned frame, unsigned when) {
  if (frame == when) raise(SIGSEGV);
}
