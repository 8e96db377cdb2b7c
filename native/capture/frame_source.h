#pragma once

#include <cstdint>
#include <optional>

#include "capture/picture.h"

namespace eevee {

/// Where a source's pictures go, on the thread that asked for them.
class PictureSink {
 public:
  virtual ~PictureSink() = default;
  /// A picture; its pixels belong to the source and are valid during the call only.
  virtual void OnPicture(const PictureView& picture) = 0;
};

struct PictureSize {
  uint32_t width = 0;
  uint32_t height = 0;
  bool operator==(const PictureSize&) const = default;
};

/// A part of a larger picture, in its pixels.
struct PicturePart {
  uint32_t x = 0;
  uint32_t y = 0;
  uint32_t width = 0;
  uint32_t height = 0;
  bool operator==(const PicturePart&) const = default;
};

/// What one call of FrameSource::Next came to.
struct FrameFacts {
  enum Outcome {
    /// OnPicture was called; the picture may still look like the one before.
    kPicture,
    /// There is nothing new to see (a duplicate, a window that is not shown): keep the last one.
    kNothingNew,
    /// There will never be another picture, and nothing is wrong: a recording is over.
    kEnded,
  };
  Outcome outcome = kNothingNew;
  /// When the newest picture was what the source showed, on the monotonic clock; 0 before the first
  /// one. Where nothing is new it stays what it was: that is how a picture's age grows.
  int64_t taken_at_ns = 0;
};

/// Frames from anywhere: a libretro core, a window, a file. README.md in this folder says what each
/// implementation promises; in short:
///
/// - All calls come from one thread, the one that opened it. No call waits for the next frame.
/// - Pixels are lent for the length of OnPicture.
/// - What breaks it is thrown by Next as ProblemError, then and at every later call.
/// - Destroying it lets go of every button it holds.
class FrameSource {
 public:
  virtual ~FrameSource() = default;

  /// Holds these buttons (our order, capture/buttons.h), takes the next frame or what is shown now,
  /// and gives it to `sink` if it is new.
  virtual FrameFacts Next(uint16_t buttons, PictureSink& sink) = 0;
  /// Lets go of every button at once, because no frame will be taken for a while.
  virtual void LetGo() {}

  /// Whether what it shows goes on while nobody looks, as a window does: a look that comes too late
  /// has then missed something.
  virtual bool live() const { return false; }
  /// Asks for this part of the pictures alone, from the next one on and as long as they keep their
  /// size, so that less is copied; none: for all of them. A source may go on giving all.
  virtual void Want(const std::optional<PicturePart>&) {}
  /// Which part of a picture of size() the last one was; none: all of it.
  virtual std::optional<PicturePart> part() const { return {}; }
  /// How often Next wants to be called, in frames a second; may change with any call of it.
  virtual double rate() const = 0;
  /// Size of the (whole) pictures now, and the largest they may get; {0, 0} for the latter:
  /// unknown.
  virtual PictureSize size() const = 0;
  virtual PictureSize largest() const = 0;
};

}  // namespace eevee
