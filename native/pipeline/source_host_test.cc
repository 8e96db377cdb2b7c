#include "pipeline/source_host.h"

#include <atomic>
#include <thread>

#include "base/clock.h"
#include "testing/test.h"

namespace eevee {
namespace {

// What the test tells its source to do, and what it saw of us.
struct Script {
  std::atomic<FrameFacts::Outcome> outcome{FrameFacts::kPicture};
  std::atomic<uint8_t> shade{200};
  std::atomic<uint32_t> side{16};
  std::atomic<bool> gone{false};
  std::atomic<bool> hangs{false};
  std::atomic<uint16_t> held{0};
  std::atomic<int> let_go{0};
  std::atomic<bool> alive{false};
};

class ScriptedSource final : public FrameSource {
 public:
  explicit ScriptedSource(std::shared_ptr<Script> script) : script_(std::move(script)) {
    script_->alive = true;
  }
  ~ScriptedSource() override { script_->alive = false; }
  FrameFacts Next(uint16_t buttons, PictureSink& sink) override {
    script_->held = buttons;
    while (script_->hangs) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    if (script_->gone) {
      throw ProblemError({.code = "resource.window-gone", .message = "Gone.", .remedy = "Reopen."});
    }
    if (script_->outcome == FrameFacts::kPicture) {
      const uint32_t side = script_->side;
      const std::vector<uint8_t> pixels(size_t{side} * side * 4, script_->shade);
      taken_at_ns_ = MonotonicNs();
      sink.OnPicture({pixels.data(), side, side, size_t{side} * 4, PixelFormat::kXrgb8888});
    }
    return {.outcome = script_->outcome, .taken_at_ns = taken_at_ns_};
  }
  void LetGo() override { ++script_->let_go; }
  double rate() const override { return 200; }
  PictureSize size() const override { return {script_->side, script_->side}; }
  PictureSize largest() const override { return {}; }

 private:
  std::shared_ptr<Script> script_;
  int64_t taken_at_ns_ = 0;
};

struct Played {
  std::shared_ptr<Script> script = std::make_shared<Script>();
  std::vector<uint64_t> ring;
  std::unique_ptr<SourceHost> host;
  explicit Played(uint32_t hold_black_frames = 2) {
    host = SourceHost::Open(
        {.open = [script = script] { return std::make_unique<ScriptedSource>(script); },
         .name = "The script",
         .game = {8, 8},
         .placement = {},
         .hold_black_frames = hold_black_frames,
         .hang_timeout = std::chrono::milliseconds(200)});
    ring.resize(host->RingBytes() / 8 + 1);
    host->AttachRing(reinterpret_cast<uint8_t*>(ring.data()));
  }
  // Of the newest slot, as pipeline/frame_ring.h lays it out.
  uint8_t Shade() const {
    const auto* bytes = reinterpret_cast<const uint8_t*>(ring.data());
    const auto* words = reinterpret_cast<const uint32_t*>(bytes);
    return bytes[words[3] + (words[7] - 1) % words[2] * words[4] + words[6]];
  }
};

TEST(SourceHostPublishesTheGameInTheWindow) {
  Played played;
  played.host->Run(3, 5);
  CHECK_EQ(played.script->held, 5);
  CHECK_EQ(int{played.Shade()}, 200);
  const auto metrics = played.host->ReadMetrics();
  CHECK_EQ(metrics.frames, 3u);
  CHECK_EQ(metrics.nothing_new, 0u);
  CHECK(metrics.source == (PictureSize{16, 16}));
  CHECK(metrics.placement == (Placement{0, 0, 16, 16}));
  CHECK_EQ(metrics.stages[SourceHost::kCapture].count, 3u);
}

TEST(SourceHostRepeatsAndAgesWhenNothingIsNew) {
  Played played;
  CHECK(played.host->ReadMetrics().age_ms < 0);
  played.host->Run(1, 0);
  played.script->outcome = FrameFacts::kNothingNew;
  std::this_thread::sleep_for(std::chrono::milliseconds(30));
  played.host->Run(2, 0);
  const auto metrics = played.host->ReadMetrics();
  CHECK_EQ(int{played.Shade()}, 200);
  CHECK_EQ(metrics.nothing_new, 2u);
  CHECK(metrics.age_ms >= 30);
}

TEST(SourceHostHoldsTheLastGoodPictureForBlackOnes) {
  Played played(2);
  played.host->Run(1, 0);
  played.script->shade = 0;
  played.host->Run(2, 0);
  CHECK_EQ(int{played.Shade()}, 200);
  played.host->Run(1, 0);
  CHECK_EQ(int{played.Shade()}, 0);
  const auto metrics = played.host->ReadMetrics();
  CHECK_EQ(metrics.black_frames, 3u);
  CHECK_EQ(metrics.held_frames, 2u);
}

TEST(SourceHostFollowsAWindowThatIsResized) {
  Played played;
  for (const uint32_t side : {16u, 1u, 8u, 300u, 7u}) {
    played.script->side = side;
    played.host->Run(1, 0);
    CHECK(played.host->ReadMetrics().source == (PictureSize{side, side}));
    CHECK_EQ(int{played.Shade()}, 200);
  }
}

TEST(SourceHostThrowsWhatBrokeTheSourceFromThenOn) {
  Played played;
  played.host->StartClock(1);
  played.script->gone = true;
  std::this_thread::sleep_for(std::chrono::milliseconds(100));
  CHECK_PROBLEM("resource.window-gone", played.host->SetButtons(0));
  CHECK_PROBLEM("resource.window-gone", played.host->ReadMetrics());
  played.host->Close();
  CHECK(!played.script->alive);
  CHECK_PROBLEM("session.ended", played.host->ReadMetrics());
}

TEST(SourceHostLetsGoOfButtonsWhenTheClockStops) {
  Played played;
  played.host->SetButtons(9);
  played.host->StartClock(1);
  std::this_thread::sleep_for(std::chrono::milliseconds(50));
  CHECK_EQ(played.script->held, 9);
  CHECK_PROBLEM("session.wrong-state", played.host->Run(1, 0));
  CHECK_PROBLEM("configuration.invalid", played.host->StartClock(-1));
  played.host->StopClock();
  CHECK_EQ(played.script->let_go, 1);
  played.host->Run(1, 0);
  CHECK_EQ(played.script->held, 0);
}

TEST(SourceHostStopsItsClockWhenARecordingIsOver) {
  Played played;
  played.script->outcome = FrameFacts::kEnded;
  played.host->StartClock(1);
  std::this_thread::sleep_for(std::chrono::milliseconds(50));
  const auto metrics = played.host->ReadMetrics();
  CHECK(metrics.ended);
  CHECK_EQ(metrics.frames, 1u);
}

TEST(SourceHostThatHangsIsAnErrorAndLetGo) {
  // In a child, which leaves the hung thread behind.
  CHECK_EQ(testing::InChild([] {
             Played played;
             played.script->hangs = true;
             CHECK_PROBLEM("resource.window-gone", played.host->Run(1, 0));
             CHECK_PROBLEM("resource.window-gone", played.host->SetButtons(0));
             played.host->Close();
           }),
           0);
}

}  // namespace
}  // namespace eevee
