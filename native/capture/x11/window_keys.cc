#include "capture/x11/window_keys.h"

#include "base/problem.h"
#include "capture/x11/keysyms.h"

namespace eevee::x11 {
namespace {

[[noreturn]] void ThrowKey(const std::string& name, const std::string& why) {
  throw ProblemError({.code = "configuration.invalid",
                      .message = "The key \"" + name + "\" " + why + ".",
                      .remedy = "Name a key of the keyboard: a character such as x, or one of the "
                                "names allowed.",
                      .field = "keys",
                      .value = name,
                      .allowed = KeyNames()});
}

}  // namespace

WindowKeys::WindowKeys(Display& display, uint32_t window, const WindowOptions& options)
    : display_(display),
      window_(window),
      names_(options.keys),
      fake_input_(options.key_method != WindowOptions::Keys::kSendEvent),
      take_focus_(options.take_focus) {
  if (fake_input_) {
    fake_input_ = display_.Has(Extension::kTest) && display_.Ask(TestGetVersion{});
    if (!fake_input_ && options.key_method == WindowOptions::Keys::kFakeInput) {
      throw ProblemError({.code = "configuration.invalid",
                          .message = "The display " + display.name() +
                                     " takes no fake input (its XTEST extension is missing).",
                          .remedy = "Let the method be \"best\"; keys are then sent as events.",
                          .field = "keyMethod",
                          .value = "fake-input"});
    }
  }
  for (size_t i = 0; i < names_.size(); ++i) {
    if (!names_[i].empty() && KeysymOf(names_[i]) == 0) ThrowKey(names_[i], "is not known");
    for (size_t j = 0; j < i; ++j) {
      if (!names_[i].empty() && names_[i] == names_[j]) ThrowKey(names_[i], "is given two buttons");
    }
  }
  keycodes_ = FindKeycodes(true);
}

WindowKeys::~WindowKeys() {
  try {
    Hold(0);
    // Answered once the server has released them.
    display_.Ask(GetInputFocus{});
  } catch (const ProblemError&) {
    // Without a connection nothing is held either: the server releases what its clients faked.
  }
}

void WindowKeys::LayoutChanged() {
  // Servers also say so when another keyboard was used, such as XTEST's own by our first key.
  const auto keycodes = FindKeycodes(false);
  if (keycodes == keycodes_) return;
  Hold(0);
  keycodes_ = keycodes;
}

WindowKeys::Keycodes WindowKeys::FindKeycodes(bool insist) {
  const uint8_t first = display_.first_keycode();
  const auto count = static_cast<uint8_t>(display_.last_keycode() - first + 1);
  const Message reply = display_.Ask(GetKeyboardMapping{.first = first, .count = count});
  const size_t columns = reply ? reply.At<uint8_t>(1) : 0;
  Keycodes keycodes{};
  for (size_t i = 0; i < names_.size(); ++i) {
    const uint32_t wanted = KeysymOf(names_[i]);
    if (wanted == 0) continue;
    for (size_t key = 0; key < count && columns > 0 && keycodes[i] == 0; ++key) {
      // The first column is what the key gives without Shift.
      const size_t at = 32 + key * columns * sizeof(uint32_t);
      if (at + sizeof(uint32_t) > reply.size()) break;
      if (reply.At<uint32_t>(at) == wanted) keycodes[i] = static_cast<uint8_t>(first + key);
    }
    if (insist && keycodes[i] == 0) {
      ThrowKey(names_[i], "is not on the keyboard of the display " + display_.name());
    }
  }
  return keycodes;
}

bool WindowKeys::HasFocus() {
  if (focus_known_) return focused_;
  const Message reply = display_.Ask(GetInputFocus{});
  uint32_t at = reply ? reply.At<uint32_t>(8) : 0;
  // A toolkit may give the focus to a window inside the one that we know.
  for (int depth = 0; at > 1 && at != window_ && depth < 8; ++depth) {
    const Message tree = display_.Ask(QueryTree{.window = at});
    at = tree ? tree.At<uint32_t>(12) : 0;
  }
  focused_ = at == window_;
  focus_known_ = true;
  return focused_;
}

bool WindowKeys::TakeFocus() {
  if (!take_focus_) return false;
  // Refused while the window is not shown; then nothing can be pressed.
  focused_ = display_.Do(SetInputFocus{.window = window_});
  return focused_;
}

void WindowKeys::Hold(uint16_t buttons) {
  uint16_t wanted = buttons;
  // Without a button held there is nothing that the focus could spoil, and no reason to take it.
  if (fake_input_ && wanted != 0 && (wanted != held_ || !focus_known_) && !HasFocus()) {
    // Programs forget their keys when they lose the focus: what we held is released first, and
    // pressed anew with the next frame.
    if (held_ != 0 || !TakeFocus()) wanted = 0;
  }
  if (wanted == held_) return;
  // Releases first: left and right at once confuse games.
  for (const bool press : {false, true}) {
    const auto changed = static_cast<uint16_t>(press ? wanted & ~held_ : held_ & ~wanted);
    for (size_t i = 0; i < keycodes_.size(); ++i) {
      if ((changed >> i & 1) != 0 && keycodes_[i] != 0) Send(i, press);
    }
  }
  held_ = wanted;
  display_.Flush();
}

void WindowKeys::Send(size_t button, bool press) {
  const uint8_t type = press ? kKeyPress : kKeyRelease;
  if (fake_input_) {
    display_.Tell(TestFakeInput{.type = type, .keycode = keycodes_[button]});
    return;
  }
  display_.Tell(SendKeyEvent{
      .window = window_,
      .mask = press ? kKeyPressMask : kKeyReleaseMask,
      .event = {
          .type = type, .keycode = keycodes_[button], .root = display_.root(), .window = window_}});
}

}  // namespace eevee::x11
