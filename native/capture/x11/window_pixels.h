#pragma once

#include <optional>

#include "capture/frame_source.h"
#include "capture/window.h"
#include "capture/x11/display.h"
#include "capture/x11/shm_segment.h"

namespace eevee::x11 {

/// The pixels of one window, whatever lies on top of it: the server is asked (Composite) to draw
/// the window into a pixmap of its own, which goes by a name of ours. A new one takes its place
/// whenever the window is shown or resized; then the name must be taken anew.
class WindowPixels {
 public:
  /// Throws `configuration.invalid` where shared memory is insisted on and there is none, and
  /// `resource.window-missing` for pixels that no game shows (a palette).
  WindowPixels(Display& display, uint32_t window, WindowOptions::Pixels way);

  /// The name no longer means what the window shows.
  void Forget() { current_ = false; }
  /// What the window shows now, valid until the next call; none where it shows nothing, or changed
  /// just now.
  std::optional<PictureView> Take();
  /// Takes this part alone from now on, while the window keeps its size; none: all of it.
  void Want(const std::optional<PicturePart>& part);
  /// The part that the last Take gave; none: all of it.
  std::optional<PicturePart> part() const { return part_; }
  /// Size of the window at the last Take.
  PictureSize size() const { return size_; }
  bool shared() const { return shared_; }

 private:
  bool Name();
  std::optional<PictureView> TakeShared();
  std::optional<PictureView> TakeThroughSocket();
  PictureView View(const uint8_t* pixels) const;
  PicturePart Asked() const { return part_.value_or(PicturePart{0, 0, size_.width, size_.height}); }
  size_t PitchOf(uint32_t width) const;
  void FreeName();

  Display& display_;
  uint32_t window_;
  PixelFormat format_ = PixelFormat::kXrgb8888;
  PixelLayout layout_;
  bool composite_;
  bool shared_;
  ShmSegment segment_;
  Message image_{nullptr};
  bool current_ = false;
  uint32_t pixmap_ = 0;
  PictureSize size_;
  std::optional<PicturePart> part_;
  int16_t border_ = 0;
};

}  // namespace eevee::x11
