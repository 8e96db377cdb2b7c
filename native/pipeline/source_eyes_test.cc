// A window's frames as they are seen: eyes on the frame thread, and nothing allocated there.
#include <atomic>
#include <cstring>
#include <thread>

#include "base/clock.h"
#include "pipeline/observer.h"
#include "pipeline/source_host.h"
#include "pipeline/test_eyes.h"
#include "testing/allocations.h"
#include "testing/test.h"

namespace eevee {
namespace {

constexpr uint32_t kSide = 32;
constexpr uint32_t kCells = 4;
constexpr uint32_t kScale = 3;
constexpr uint32_t kWindow = kSide * kScale + 40;

// A game in the middle of a larger window: cells by turns dark and bright, in a pattern that goes
// on with each picture. Like a real source it makes its memory once.
class WindowLike final : public FrameSource {
 public:
  WindowLike(std::atomic<uint64_t>& allocations, std::atomic<int>& stall_ms)
      : allocations_(allocations),
        stall_ms_(stall_ms),
        pixels_(size_t{kWindow} * kWindow, 0x202020) {}

  FrameFacts Next(uint16_t, PictureSink& sink) override {
    // From one call to the next lies all that a frame does on this thread, the clock's part too.
    const uint64_t so_far = testing::AllocationsSoFar();
    if (frames_ > 0) allocations_ += so_far - before_;
    std::this_thread::sleep_for(std::chrono::milliseconds(stall_ms_.exchange(0)));
    Draw();
    const int64_t now = MonotonicNs();
    if (++frames_ % 5 == 0) {
      before_ = testing::AllocationsSoFar();
      return {.outcome = FrameFacts::kNothingNew, .taken_at_ns = taken_at_ns_};
    }
    taken_at_ns_ = now;
    before_ = testing::AllocationsSoFar();
    sink.OnPicture({reinterpret_cast<const uint8_t*>(pixels_.data()), kWindow, kWindow,
                    size_t{kWindow} * 4, PixelFormat::kXrgb8888});
    return {.outcome = FrameFacts::kPicture, .taken_at_ns = now};
  }
  bool live() const override { return true; }
  double rate() const override { return 250; }
  PictureSize size() const override { return {kWindow, kWindow}; }
  PictureSize largest() const override { return {}; }

 private:
  void Draw() {
    for (uint32_t y = 0; y < kSide * kScale; ++y) {
      for (uint32_t x = 0; x < kSide * kScale; ++x) {
        const uint32_t game_x = x / kScale;
        const uint32_t game_y = y / kScale;
        const bool bright = game_x / 16 == game_y / 16;
        const bool dot = (game_x * 7 + game_y * 5 + frames_) % 11 == 0;
        pixels_[size_t{20 + y} * kWindow + 20 + x] = bright != dot ? 0xE8E8E8 : 0x181818;
      }
    }
  }

  std::atomic<uint64_t>& allocations_;
  std::atomic<int>& stall_ms_;
  std::vector<uint32_t> pixels_;
  uint64_t before_ = 0;
  uint32_t frames_ = 0;
  int64_t taken_at_ns_ = 0;
};

struct Seen {
  std::atomic<uint64_t> allocations{0};
  /// How long the source takes for its next frame.
  std::atomic<int> stall_ms{0};
  std::vector<uint64_t> ring;
  std::unique_ptr<SourceHost> host;
  Seen() {
    host = SourceHost::Open(
        {.open = [this] { return std::make_unique<WindowLike>(allocations, stall_ms); },
         .name = "The window",
         .game = {kSide, kSide},
         .placement = {}});
    ring.resize(host->RingBytes() / 8 + 1);
    host->AttachRing(reinterpret_cast<uint8_t*>(ring.data()));
  }
  // Of the newest slot, as pipeline/frame_ring.h lays it out.
  const uint8_t* Slot() const {
    const auto* bytes = reinterpret_cast<const uint8_t*>(ring.data());
    const auto* words = reinterpret_cast<const uint32_t*>(bytes);
    return bytes + words[3] + (words[7] - 1) % words[2] * words[4];
  }
  uint32_t Word(size_t index) const {
    return reinterpret_cast<const uint32_t*>(ring.data())[index];
  }
  ObservationHeader Observation() const {
    ObservationHeader header;
    std::memcpy(&header, Slot() + Word(8), sizeof header);
    return header;
  }
  std::vector<int> Cells() const {
    const uint8_t* cells = Slot() + Word(8) + sizeof(ObservationHeader);
    return {cells, cells + kCells};
  }
  SourceHost::Metrics Metrics() const { return host->ReadMetrics(); }
};

TEST(SourceEyesSeeTheGameInTheWindow) {
  Seen seen;
  seen.host->Run(1, 0);
  CHECK_EQ(seen.Observation().present, 0u);
  seen.host->AttachEyes({.onnx = testing::SimpleEyes(kSide, kSide, 1), .modes = 2, .classes = 2});
  seen.host->Run(3, 0);
  const ObservationHeader header = seen.Observation();
  CHECK_EQ(header.present, 1u);
  CHECK_EQ(header.columns, 2u);
  CHECK_EQ(header.rows, 2u);
  CHECK(header.path_us > 0);
  CHECK((seen.Cells() == std::vector<int>{1, 0, 0, 1}));
  // A look at which nothing is new is an observation, too: of the picture before it.
  seen.host->Run(1, 0);
  CHECK_EQ(seen.Metrics().nothing_new, 1u);
  CHECK_EQ(header.unchanged_frames, 0u);
  CHECK_EQ(seen.Observation().unchanged_frames, 1u);
  CHECK_EQ(seen.Observation().still_frames, header.still_frames + 1);
  CHECK((seen.Cells() == std::vector<int>{1, 0, 0, 1}));
  const auto metrics = seen.Metrics();
  CHECK((metrics.placement == Placement{20, 20, kSide * kScale, kSide * kScale}));
  CHECK_EQ(metrics.stages[SourceHost::kInfer].count, 4u);
  CHECK_EQ(metrics.stages[SourceHost::kPath].count, 5u);
  CHECK_EQ(metrics.stages[SourceHost::kAge].count, 5u);
  CHECK_PROBLEM("resource.model-invalid",
                seen.host->AttachEyes({.onnx = {}, .modes = 2, .classes = 2}));
  CHECK_PROBLEM("resource.model-invalid",
                seen.host->AttachEyes(
                    {.onnx = testing::SimpleEyes(kSide, kSide, 1), .modes = 9, .classes = 2}));
}

TEST(SourceFramesAllocateNothing) {
  Seen seen;
  seen.host->AttachEyes({.onnx = testing::SimpleEyes(kSide, kSide, 1), .modes = 2, .classes = 2});
  // The place has been found and seen twice, the ring been around.
  seen.host->Run(50, 0);
  seen.allocations = 0;
  seen.host->Run(1000, 3);
  CHECK_EQ(seen.allocations.load(), 0u);
  // The same under the clock.
  seen.host->StartClock(1);
  std::this_thread::sleep_for(std::chrono::milliseconds(50));
  seen.allocations = 0;
  const uint64_t before = seen.Metrics().frames;
  std::this_thread::sleep_for(std::chrono::milliseconds(200));
  CHECK(seen.Metrics().frames > before);
  CHECK_EQ(seen.allocations.load(), 0u);
}

TEST(SourceEyesAreSwitchedWithoutLosingAFrame) {
  Seen seen;
  seen.host->AttachEyes({.onnx = testing::SimpleEyes(kSide, kSide, 1), .modes = 2, .classes = 2});
  const auto first = testing::SimpleEyes(kSide, kSide, 0);
  const auto second = testing::SimpleEyes(kSide, kSide, 1);
  seen.host->StartClock(1);
  for (int i = 0; i < 40; ++i) {
    seen.host->AttachEyes({.onnx = i % 2 == 0 ? first : second, .modes = 2, .classes = 2});
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  seen.host->StopClock();
  const auto metrics = seen.Metrics();
  CHECK(metrics.frames > 20);
  // Each frame was published, and each was looked at by one of them.
  CHECK_EQ(uint64_t{seen.Word(7)}, metrics.frames);
  CHECK_EQ(metrics.stages[SourceHost::kInfer].count, metrics.frames);
  CHECK((seen.Cells() == std::vector<int>{1, 0, 0, 1}));
}

TEST(SourceLooksThatDidNotHappenAreLost) {
  Seen seen;
  seen.host->StartClock(1);
  std::this_thread::sleep_for(std::chrono::milliseconds(30));
  const uint64_t before = seen.Metrics().lost_frames;
  seen.stall_ms = 100;
  std::this_thread::sleep_for(std::chrono::milliseconds(200));
  // 100 ms are 25 looks; each of them is made up for, and still saw nothing of its own time.
  CHECK(seen.Metrics().lost_frames - before >= 24);
  seen.host->StartClock(1);
  CHECK(seen.Metrics().lost_frames < 24);
}

}  // namespace
}  // namespace eevee
