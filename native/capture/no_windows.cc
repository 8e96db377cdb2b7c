// Where windows cannot be captured yet; README.md says what a platform has to bring.
#include "base/problem.h"
#include "capture/window.h"

namespace eevee {
namespace {

[[noreturn]] void ThrowNoWindows() {
  throw ProblemError(
      {.code = "resource.display-missing",
       .message = "Windows of other programs can be captured on Linux with X11 only so far.",
       .remedy = "Play through a libretro core instead."});
}

}  // namespace

std::unique_ptr<FrameSource> OpenWindow(const WindowOptions&) { ThrowNoWindows(); }
std::vector<WindowFacts> ListWindows(const std::string&) { ThrowNoWindows(); }

}  // namespace eevee
