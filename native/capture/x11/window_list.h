#pragma once

#include <optional>
#include <string>
#include <vector>

#include "capture/window.h"
#include "capture/x11/display.h"

namespace eevee::x11 {

/// The windows that a person would name: those that the window manager lists; without one, those
/// below the root that have a title or a class. Sorted as the server stacks them, the lowest first.
std::vector<WindowFacts> ListWindows(Display& display);

/// What is known of one window; none where it does not exist.
std::optional<WindowFacts> DescribeWindow(Display& display, uint32_t window);

/// The window that is meant: by its number, or by its title or class (whole, or else a part of it).
/// Throws `resource.window-missing`; `configuration.invalid` where more than one window fits.
WindowFacts FindWindow(Display& display, const WindowChoice& choice);

}  // namespace eevee::x11
