#pragma once

#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "capture/frame_source.h"

namespace eevee {

/// A file of raw frames, for tests and replays. Little-endian; a header of 32 bytes, then the
/// frames, all of one size, and nothing after them:
///
/// | header, byte offset | what |
/// |---|---|
/// | 0 | the letters EEVEEFR1 |
/// | 8 | u32 width, 1 to 4096 |
/// | 12 | u32 height, 1 to 4096 |
/// | 16 | u32 pixel format: 0 0RGB1555, 1 XRGB8888, 2 RGB565 |
/// | 20 | u32 number of frames |
/// | 24 | f64 frames a second, 1 to 1000 |
///
/// | frame, byte offset | what |
/// |---|---|
/// | 0 | u32 1: a new picture; 0: nothing new, the pixels below count for nothing |
/// | 4 | u32 buttons that were held, for whoever reads the file |
/// | 8 | pixels, row by row, without padding |
struct RawFramesHeader {
  uint32_t width = 0;
  uint32_t height = 0;
  PixelFormat format = PixelFormat::kRgb565;
  uint32_t frames = 0;
  double rate = 0;
};

/// Reads such a file frame by frame, with one frame in memory. Nothing is taken on trust: the size
/// of the file must be what the header says before a byte of memory is set aside.
class RawFramesReader {
 public:
  /// Takes the file over. Throws `resource.frames-broken`; `name` is for messages.
  RawFramesReader(std::FILE* file, std::string name);
  const RawFramesHeader& header() const { return header_; }
  /// The next frame: its pixels, valid until the next call, or null where nothing is new. None
  /// after the last. Throws `resource.frames-broken` where the file became shorter meanwhile.
  std::optional<const uint8_t*> Next();
  /// Back to the first frame.
  void Rewind();

 private:
  [[noreturn]] void ThrowBroken(const std::string& why) const;
  void ReadHeader();

  std::unique_ptr<std::FILE, int (*)(std::FILE*)> file_;
  std::string name_;
  RawFramesHeader header_;
  uint32_t read_ = 0;
  std::vector<uint8_t> frame_;
};

/// Opens such a file as a source; `loop`: it begins anew at its end. Throws
/// `resource.frames-missing`, `resource.frames-broken`.
std::unique_ptr<FrameSource> OpenRawFrames(const std::string& path, bool loop);

/// Makes the bytes of such a file, in memory.
class RawFramesWriter {
 public:
  /// `header.frames` does not count: the writer counts.
  explicit RawFramesWriter(const RawFramesHeader& header);
  /// Adds a frame; a picture of another size or format than the header's is not taken: false.
  bool Add(const PictureView& picture, uint16_t buttons);
  void AddNothingNew(uint16_t buttons);
  /// The file so far.
  std::vector<uint8_t> Finish() const;

 private:
  RawFramesHeader header_;
  std::vector<uint8_t> bytes_;
};

}  // namespace eevee
