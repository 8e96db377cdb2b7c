#include "capture/raw_frames.h"

#include <cmath>
#include <cstring>

#include "base/clock.h"
#include "base/problem.h"

namespace eevee {
namespace {

constexpr char kMagic[] = {'E', 'E', 'V', 'E', 'E', 'F', 'R', '1'};
constexpr size_t kHeaderBytes = 32;
constexpr size_t kFrameHeaderBytes = 8;
constexpr uint32_t kLargestSide = 4096;

template <typename T>
T Read(const uint8_t* at) {
  T value;
  std::memcpy(&value, at, sizeof value);
  return value;
}
// Not insert: GCC 12 warns of an overflow in it that there is not.
void Append(std::vector<uint8_t>& bytes, const void* from, size_t count) {
  const size_t at = bytes.size();
  bytes.resize(at + count);
  if (count > 0) std::memcpy(bytes.data() + at, from, count);
}
template <typename T>
void Append(std::vector<uint8_t>& bytes, const T& value) {
  Append(bytes, &value, sizeof value);
}

uint64_t FrameBytes(const RawFramesHeader& header) {
  return kFrameHeaderBytes + uint64_t{header.width} * header.height * BytesPerPixel(header.format);
}

class RawFramesSource final : public FrameSource {
 public:
  RawFramesSource(std::FILE* file, const std::string& path, bool loop)
      : reader_(file, path), loop_(loop) {}

  FrameFacts Next(uint16_t, PictureSink& sink) override {
    auto pixels = reader_.Next();
    if (!pixels && loop_ && reader_.header().frames > 0) {
      reader_.Rewind();
      pixels = reader_.Next();
    }
    if (!pixels) return {.outcome = FrameFacts::kEnded, .taken_at_ns = taken_at_ns_};
    if (*pixels == nullptr) {
      return {.outcome = FrameFacts::kNothingNew, .taken_at_ns = taken_at_ns_};
    }
    const auto& [width, height, format, frames, rate] = reader_.header();
    taken_at_ns_ = MonotonicNs();
    sink.OnPicture({.pixels = *pixels,
                    .width = width,
                    .height = height,
                    .pitch = width * BytesPerPixel(format),
                    .format = format});
    return {.outcome = FrameFacts::kPicture, .taken_at_ns = taken_at_ns_};
  }
  double rate() const override { return reader_.header().rate; }
  PictureSize size() const override { return {reader_.header().width, reader_.header().height}; }
  PictureSize largest() const override { return size(); }

 private:
  RawFramesReader reader_;
  bool loop_;
  int64_t taken_at_ns_ = 0;
};

}  // namespace

RawFramesReader::RawFramesReader(std::FILE* file, std::string name)
    : file_(file, &std::fclose), name_(std::move(name)) {
  ReadHeader();
  std::fseek(file_.get(), 0, SEEK_END);
  const long size = std::ftell(file_.get());
  // No overflow: 2^32 frames of at most 2^26 bytes.
  const uint64_t wanted = kHeaderBytes + FrameBytes(header_) * header_.frames;
  if (size < 0 || static_cast<uint64_t>(size) != wanted) {
    ThrowBroken("has " + std::to_string(size) + " bytes, but its header promises " +
                std::to_string(wanted));
  }
  frame_.resize(header_.frames > 0 ? FrameBytes(header_) : 0);
  Rewind();
}

void RawFramesReader::ReadHeader() {
  uint8_t bytes[kHeaderBytes];
  if (std::fread(bytes, 1, sizeof bytes, file_.get()) != sizeof bytes) {
    ThrowBroken("is shorter than a header");
  }
  if (std::memcmp(bytes, kMagic, sizeof kMagic) != 0) ThrowBroken("does not begin with EEVEEFR1");
  const auto format = Read<uint32_t>(bytes + 16);
  header_ = {.width = Read<uint32_t>(bytes + 8),
             .height = Read<uint32_t>(bytes + 12),
             .format = static_cast<PixelFormat>(format),
             .frames = Read<uint32_t>(bytes + 20),
             .rate = Read<double>(bytes + 24)};
  if (format > static_cast<uint32_t>(PixelFormat::kRgb565)) {
    ThrowBroken("has pixels of the unknown format " + std::to_string(format));
  }
  if (header_.width == 0 || header_.height == 0 || header_.width > kLargestSide ||
      header_.height > kLargestSide) {
    ThrowBroken("has frames of " + std::to_string(header_.width) + "×" +
                std::to_string(header_.height) + " pixels");
  }
  if (!std::isfinite(header_.rate) || header_.rate < 1 || header_.rate > 1000) {
    ThrowBroken("has " + std::to_string(header_.rate) + " frames a second");
  }
}

std::optional<const uint8_t*> RawFramesReader::Next() {
  if (read_ == header_.frames) return {};
  if (std::fread(frame_.data(), 1, frame_.size(), file_.get()) != frame_.size()) {
    ThrowBroken("ended within frame " + std::to_string(read_) + "; it was cut while being read");
  }
  ++read_;
  const bool is_new = Read<uint32_t>(frame_.data()) != 0;
  return is_new ? frame_.data() + kFrameHeaderBytes : nullptr;
}

void RawFramesReader::Rewind() {
  std::fseek(file_.get(), kHeaderBytes, SEEK_SET);
  read_ = 0;
}

void RawFramesReader::ThrowBroken(const std::string& why) const {
  throw ProblemError({.code = "resource.frames-broken",
                      .message = "The recording " + name_ + " " + why + ".",
                      .remedy = "Choose a file of raw frames, and whole; record it again if it was "
                                "cut off.",
                      .value = name_});
}

std::unique_ptr<FrameSource> OpenRawFrames(const std::string& path, bool loop) {
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (file == nullptr) {
    throw ProblemError({.code = "resource.frames-missing",
                        .message = "There is no readable recording at " + path + ".",
                        .remedy = "Give the path of a file of raw frames that you may read.",
                        .value = path,
                        .tried = {path}});
  }
  return std::make_unique<RawFramesSource>(file, path, loop);
}

RawFramesWriter::RawFramesWriter(const RawFramesHeader& header) : header_(header) {
  header_.frames = 0;
}

bool RawFramesWriter::Add(const PictureView& picture, uint16_t buttons) {
  if (picture.width != header_.width || picture.height != header_.height ||
      picture.format != header_.format) {
    return false;
  }
  Append(bytes_, uint32_t{1});
  Append(bytes_, uint32_t{buttons});
  const size_t row = picture.width * BytesPerPixel(picture.format);
  for (uint32_t y = 0; y < picture.height; ++y) {
    Append(bytes_, picture.pixels + y * picture.pitch, row);
  }
  ++header_.frames;
  return true;
}

void RawFramesWriter::AddNothingNew(uint16_t buttons) {
  Append(bytes_, uint32_t{0});
  Append(bytes_, uint32_t{buttons});
  bytes_.resize(FrameBytes(header_) * ++header_.frames);
}

std::vector<uint8_t> RawFramesWriter::Finish() const {
  std::vector<uint8_t> file;
  Append(file, kMagic);
  Append(file, header_.width);
  Append(file, header_.height);
  Append(file, static_cast<uint32_t>(header_.format));
  Append(file, header_.frames);
  Append(file, header_.rate);
  Append(file, bytes_.data(), bytes_.size());
  return file;
}

}  // namespace eevee
