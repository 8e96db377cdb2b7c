#include "pipeline/frame_ring.h"

#include <atomic>
#include <cstring>

#include "pipeline/observer.h"

namespace eevee {
namespace {

constexpr uint32_t kMagic = 0x52564545;  // "EEVR"
constexpr uint32_t kVersion = 4;
// A power of two, so that slot numbers stay in step when `published` wraps around.
constexpr uint32_t kSlots = 8;
constexpr size_t kControlBytes = 64;
constexpr size_t kHeaderBytes = 64;
constexpr size_t kPublishedWord = 7;
constexpr size_t kObservationWord = 8;

struct SlotHeader {
  uint32_t sequence;
  uint32_t format;
  uint32_t width;
  uint32_t height;
  double frame;
  double captured_at;
};
static_assert(sizeof(SlotHeader) == 32 && offsetof(SlotHeader, captured_at) == 24);

constexpr size_t RoundUp(size_t bytes) { return (bytes + 63) / 64 * 64; }

SlotHeader& HeaderOf(uint8_t* slot) { return *reinterpret_cast<SlotHeader*>(slot); }
std::atomic_ref<uint32_t> SequenceOf(uint8_t* slot) {
  return std::atomic_ref<uint32_t>(HeaderOf(slot).sequence);
}
uint32_t* Control(uint8_t* memory) { return reinterpret_cast<uint32_t*>(memory); }

}  // namespace

size_t FrameRing::BytesNeeded(uint32_t max_width, uint32_t max_height) {
  const size_t pixels = size_t{max_width} * max_height;
  return kControlBytes + kSlots * (kHeaderBytes + RoundUp(pixels * 4) + RoundUp(pixels) +
                                   RoundUp(Observer::BytesNeeded(max_width, max_height)));
}

void FrameRing::Attach(uint8_t* memory, uint32_t max_width, uint32_t max_height) {
  const size_t pixels = size_t{max_width} * max_height;
  memory_ = memory;
  grey_at_ = kHeaderBytes + RoundUp(pixels * 4);
  observation_at_ = grey_at_ + RoundUp(pixels);
  stride_ = observation_at_ + RoundUp(Observer::BytesNeeded(max_width, max_height));
  published_ = 0;
  begun_ = false;
  const uint32_t control[kPublishedWord] = {kMagic,
                                            kVersion,
                                            kSlots,
                                            kControlBytes,
                                            static_cast<uint32_t>(stride_),
                                            kHeaderBytes,
                                            static_cast<uint32_t>(grey_at_)};
  std::memcpy(memory, control, sizeof control);
  Control(memory)[kObservationWord] = static_cast<uint32_t>(observation_at_);
  std::atomic_ref<uint32_t>(Control(memory)[kPublishedWord]).store(0, std::memory_order_release);
}

uint8_t* FrameRing::Slot(uint32_t index) const {
  return memory_ + kControlBytes + (index % kSlots) * stride_;
}

void FrameRing::Begin() {
  if (begun_) return;
  begun_ = true;
  auto sequence = SequenceOf(Slot(published_));
  sequence.store(sequence.load(std::memory_order_relaxed) + 1, std::memory_order_relaxed);
  // Everything written from here on becomes visible after the odd number.
  std::atomic_thread_fence(std::memory_order_release);
  std::memset(observation(), 0, sizeof(ObservationHeader));
}

uint8_t* FrameRing::observation() { return Slot(published_) + observation_at_; }
uint32_t FrameRing::width() const { return HeaderOf(Slot(published_)).width; }
uint32_t FrameRing::height() const { return HeaderOf(Slot(published_)).height; }

uint8_t* FrameRing::grey() { return Slot(published_) + grey_at_; }

void FrameRing::Pack(const PictureView& picture) {
  uint8_t* slot = Slot(published_);
  SlotHeader& header = HeaderOf(slot);
  header.format = static_cast<uint32_t>(picture.format);
  header.width = picture.width;
  header.height = picture.height;
  const size_t row = picture.width * BytesPerPixel(picture.format);
  uint8_t* to = slot + kHeaderBytes;
  for (uint32_t y = 0; y < picture.height; ++y) {
    std::memcpy(to + y * row, picture.pixels + y * picture.pitch, row);
  }
}

void FrameRing::Repeat(uint32_t width, uint32_t height, PixelFormat format) {
  uint8_t* slot = Slot(published_);
  SlotHeader& header = HeaderOf(slot);
  const bool first = published_ == 0;
  uint8_t* before = Slot(published_ - 1);
  const SlotHeader& from = HeaderOf(before);
  header.format = first ? static_cast<uint32_t>(format) : from.format;
  header.width = first ? width : from.width;
  header.height = first ? height : from.height;
  const size_t pixels = size_t{header.width} * header.height;
  const size_t bytes = pixels * BytesPerPixel(static_cast<PixelFormat>(header.format));
  if (first) {
    std::memset(slot + kHeaderBytes, 0, bytes);
    std::memset(slot + grey_at_, 0, pixels);
  } else {
    std::memcpy(slot + kHeaderBytes, before + kHeaderBytes, bytes);
    std::memcpy(slot + grey_at_, before + grey_at_, pixels);
  }
}

void FrameRing::Publish(uint64_t frame, double captured_at) {
  uint8_t* slot = Slot(published_);
  SlotHeader& header = HeaderOf(slot);
  header.frame = static_cast<double>(frame);
  header.captured_at = captured_at;
  auto sequence = SequenceOf(slot);
  sequence.store(sequence.load(std::memory_order_relaxed) + 1, std::memory_order_release);
  ++published_;
  begun_ = false;
  std::atomic_ref<uint32_t>(Control(memory_)[kPublishedWord])
      .store(published_, std::memory_order_release);
}

}  // namespace eevee
