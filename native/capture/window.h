#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "capture/buttons.h"
#include "capture/frame_source.h"

namespace eevee {

/// A window of another program.
struct WindowFacts {
  uint32_t id = 0;
  std::string title;
  std::string window_class;
  uint32_t width = 0;
  uint32_t height = 0;
  /// Whether it is shown now; a minimised one is not.
  bool shown = false;
};

/// Which window is meant: the first of these that is not empty.
struct WindowChoice {
  uint32_t id = 0;
  std::string title;
  std::string window_class;
};

struct WindowOptions {
  /// Name of the display, empty for the usual one.
  std::string display;
  WindowChoice choice;
  /// What is pressed for each of our buttons, by the key's name (capture/x11/keysyms.h); empty: the
  /// button has no key.
  std::array<std::string, kJoypadOfButton.size()> keys;
  enum class Keys { kBest, kFakeInput, kSendEvent };
  /// How keys are sent: as the keyboard's own (the window must have the focus), or as events to
  /// this window alone, which some programs ignore.
  Keys key_method = Keys::kBest;
  /// Where keys need the focus: take it, or press nothing until the user gives it.
  bool take_focus = true;
  enum class Pixels { kBest, kSharedMemory, kSocket };
  Pixels pixels = Pixels::kBest;
};

/// Opens a window as a source of frames that takes keys. Throws `resource.display-missing`,
/// `resource.window-missing`, `configuration.invalid`; its Next throws `resource.window-gone`.
std::unique_ptr<FrameSource> OpenWindow(const WindowOptions& options);

/// Throws `resource.display-missing`.
std::vector<WindowFacts> ListWindows(const std::string& display);

}  // namespace eevee
