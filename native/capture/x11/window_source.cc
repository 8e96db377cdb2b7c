#include <optional>

#include "base/clock.h"
#include "base/problem.h"
#include "capture/window.h"
#include "capture/x11/window_keys.h"
#include "capture/x11/window_list.h"
#include "capture/x11/window_pixels.h"

namespace eevee {
namespace x11 {
namespace {

// Whether a window is shown also depends on its parents, of which we hear nothing.
constexpr uint32_t kFramesBetweenLooks = 15;
constexpr uint8_t kViewable = 2;

class WindowSource final : public FrameSource {
 public:
  explicit WindowSource(const WindowOptions& options)
      : display_(options.display),
        facts_(FindWindow(display_, options.choice)),
        shown_(Watch()),
        pixels_(display_, facts_.id, options.pixels),
        keys_(display_, facts_.id, options) {}

  FrameFacts Next(uint16_t buttons, PictureSink& sink) override {
    if (gone_) ThrowGone();
    HearEvents();
    keys_.Hold(buttons);
    const int64_t now = MonotonicNs();
    // Asked along with the pixels, so that it costs no round trip of its own.
    const bool looks = ++frames_ % kFramesBetweenLooks == 0;
    const unsigned look = looks ? display_.Pose(GetWindowAttributes{.window = facts_.id}) : 0;
    const auto picture = shown_ ? pixels_.Take() : std::nullopt;
    if (looks) HearWhetherShown(display_.Wait(look));
    if (!picture) {
      // Whatever the reason is, events tell it in a moment; that the window is gone is worth
      // asking.
      if (shown_) LookWhetherShown();
      return {.outcome = FrameFacts::kNothingNew, .taken_at_ns = taken_at_ns_};
    }
    taken_at_ns_ = now;
    sink.OnPicture(*picture);
    return {.outcome = FrameFacts::kPicture, .taken_at_ns = now};
  }

  void LetGo() override { keys_.Hold(0); }
  void Want(const std::optional<PicturePart>& part) override { pixels_.Want(part); }
  std::optional<PicturePart> part() const override { return pixels_.part(); }
  bool live() const override { return true; }
  double rate() const override { return 60; }
  PictureSize size() const override {
    const PictureSize taken = pixels_.size();
    return taken.width > 0 ? taken : PictureSize{facts_.width, facts_.height};
  }
  PictureSize largest() const override { return {}; }

 private:
  // Asks for events before anything is read, so that no change falls in between.
  bool Watch() {
    display_.Do(ChangeWindowEventMask{.window = facts_.id,
                                      .mask = kStructureNotifyMask | kFocusChangeMask});
    const Message attributes = display_.Ask(GetWindowAttributes{.window = facts_.id});
    return attributes && attributes.At<uint8_t>(26) == kViewable;
  }

  void HearEvents() {
    for (Message event = display_.NextEvent(); event; event = display_.NextEvent()) {
      // The high bit says that another program sent it.
      switch (event.At<uint8_t>(0) & 0x7F) {
        case kDestroyNotify:
          if (event.At<uint32_t>(8) == facts_.id) ThrowGone();
          break;
        case kUnmapNotify:
          shown_ = false;
          pixels_.Forget();
          break;
        case kMapNotify:
          shown_ = true;
          pixels_.Forget();
          break;
        case kConfigureNotify:
          if (PictureSize{event.At<uint16_t>(20), event.At<uint16_t>(22)} != pixels_.size()) {
            pixels_.Forget();
          }
          break;
        case kFocusIn:
        case kFocusOut:
          keys_.FocusChanged();
          break;
        case kMappingNotify:
          keys_.LayoutChanged();
          break;
        default:
          break;
      }
    }
  }

  void LookWhetherShown() {
    HearWhetherShown(display_.Ask(GetWindowAttributes{.window = facts_.id}));
  }

  void HearWhetherShown(const Message& attributes) {
    if (!attributes) ThrowGone();
    const bool shown = attributes.At<uint8_t>(26) == kViewable;
    if (shown != shown_) pixels_.Forget();
    shown_ = shown;
  }

  [[noreturn]] void ThrowGone() {
    gone_ = true;
    throw ProblemError({.code = "resource.window-gone",
                        .message = "The window \"" + facts_.title + "\" (" +
                                   std::to_string(facts_.id) + ") was closed.",
                        .remedy = "Start the program again, and open its new window.",
                        .field = "window",
                        .value = std::to_string(facts_.id)});
  }

  Display display_;
  WindowFacts facts_;
  bool shown_;
  WindowPixels pixels_;
  WindowKeys keys_;
  bool gone_ = false;
  uint32_t frames_ = 0;
  int64_t taken_at_ns_ = 0;
};

}  // namespace
}  // namespace x11

std::unique_ptr<FrameSource> OpenWindow(const WindowOptions& options) {
  return std::make_unique<x11::WindowSource>(options);
}

std::vector<WindowFacts> ListWindows(const std::string& name) {
  x11::Display display(name);
  return x11::ListWindows(display);
}

}  // namespace eevee
