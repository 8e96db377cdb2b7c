#pragma once

#include <cstddef>
#include <cstdint>

#include "capture/picture.h"

namespace eevee {

/// Ring of pictures in memory that somebody else owns and reads: a SharedArrayBuffer that
/// JavaScript allocated. One thread writes, any number read, nobody waits: each slot has a sequence
/// number, odd while it is written (a seqlock). A reader copies a slot out and takes the copy only
/// if the number was even before and is the same after.
///
/// Little-endian. The control block and each slot's header are 64 bytes:
///
/// | control, u32 index | what |
/// |---|---|
/// | 0 | magic, the letters EEVR |
/// | 1 | version |
/// | 2 | slots |
/// | 3 | bytes from the start of the ring to slot 0 |
/// | 4 | bytes from one slot to the next |
/// | 5 | bytes from a slot's start to its pixels (tightly packed) |
/// | 6 | bytes from a slot's start to its luminance |
/// | 7 | frames published so far; the newest is in slot `(published − 1) % slots` |
/// | 8 | bytes from a slot's start to its observation (pipeline/observer.h) |
///
/// | slot, byte offset | what |
/// |---|---|
/// | 0 | u32 sequence number |
/// | 4 | u32 pixel format |
/// | 8 | u32 width |
/// | 12 | u32 height |
/// | 16 | f64 number of the frame in its session |
/// | 24 | f64 captured at, milliseconds since 1970 |
class FrameRing {
 public:
  /// Bytes that a ring for pictures of up to this size takes, whatever their pixel format.
  static size_t BytesNeeded(uint32_t max_width, uint32_t max_height);

  /// Lays the ring out in `memory` (8-byte aligned, at least `BytesNeeded`).
  void Attach(uint8_t* memory, uint32_t max_width, uint32_t max_height);
  void Detach() { memory_ = nullptr; }
  bool attached() const { return memory_ != nullptr; }

  /// Begins the next frame's slot; from here to Publish its readers look elsewhere.
  void Begin();
  /// Where the luminance of the frame begun goes.
  uint8_t* grey();
  /// Copies the picture into the frame begun, without its pitch's padding.
  void Pack(const PictureView& picture);
  /// Fills the frame begun with the picture before it, or with black of this size where there is
  /// none.
  void Repeat(uint32_t width, uint32_t height, PixelFormat format);
  /// Where the observation of the frame begun goes; Begin has marked it as absent.
  uint8_t* observation();
  /// Width and height of the frame begun.
  uint32_t width() const;
  uint32_t height() const;
  /// Hands the frame begun to the readers.
  void Publish(uint64_t frame, double captured_at);

 private:
  uint8_t* Slot(uint32_t index) const;

  uint8_t* memory_ = nullptr;
  size_t stride_ = 0;
  size_t grey_at_ = 0;
  size_t observation_at_ = 0;
  uint32_t published_ = 0;
  bool begun_ = false;
};

}  // namespace eevee
