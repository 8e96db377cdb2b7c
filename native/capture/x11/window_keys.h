#pragma once

#include <array>

#include "capture/window.h"
#include "capture/x11/display.h"

namespace eevee::x11 {

/// Presses keys for buttons. Nothing stays pressed that we pressed: neither when this goes, nor
/// when the window loses the focus, for then our keys would go to whoever has it.
class WindowKeys {
 public:
  /// Throws `configuration.invalid` for a key that nobody knows, that the keyboard lacks, or that
  /// two buttons share, and where fake input is insisted on and the display has none.
  WindowKeys(Display& display, uint32_t window, const WindowOptions& options);
  ~WindowKeys();
  WindowKeys(const WindowKeys&) = delete;
  WindowKeys& operator=(const WindowKeys&) = delete;

  /// Holds exactly these buttons; sends only what changed.
  void Hold(uint16_t buttons);
  /// Focus came or went; asked for at the next Hold.
  void FocusChanged() { focus_known_ = false; }
  /// The keyboard was laid out anew. A key that is missing from then on is not pressed.
  void LayoutChanged();

 private:
  using Keycodes = std::array<uint8_t, kJoypadOfButton.size()>;
  Keycodes FindKeycodes(bool insist);
  bool HasFocus();
  bool TakeFocus();
  void Send(size_t button, bool press);

  Display& display_;
  uint32_t window_;
  std::array<std::string, kJoypadOfButton.size()> names_;
  Keycodes keycodes_{};
  bool fake_input_;
  bool take_focus_;
  bool focus_known_ = false;
  bool focused_ = false;
  uint16_t held_ = 0;
};

}  // namespace eevee::x11
