#include "capture/raw_frames.h"

#include <fstream>
#include <random>

#include "capture/raw_frames_fuzz.h"
#include "testing/test.h"

namespace eevee {
namespace {

using testing::ScratchFile;

constexpr RawFramesHeader kHeader = {
    .width = 3, .height = 2, .format = PixelFormat::kRgb565, .frames = 0, .rate = 60};

// Three frames: a picture, nothing new, another picture. Rows lie 8 bytes apart and hold 6.
std::vector<uint8_t> SmallFile() {
  RawFramesWriter writer(kHeader);
  const std::vector<uint8_t> first = {1, 2, 3, 4, 5, 6, 99, 99, 7, 8, 9, 10, 11, 12, 99, 99};
  std::vector<uint8_t> second = first;
  second[0] = 200;
  const auto view = [](const std::vector<uint8_t>& pixels) {
    return PictureView{pixels.data(), 3, 2, 8, PixelFormat::kRgb565};
  };
  CHECK(writer.Add(view(first), 5));
  writer.AddNothingNew(0);
  CHECK(writer.Add(view(second), 0));
  CHECK(!writer.Add({first.data(), 2, 2, 8, PixelFormat::kRgb565}, 0));
  return writer.Finish();
}

std::string Written(const char* name, const std::vector<uint8_t>& bytes) {
  return ScratchFile(name, std::string(bytes.begin(), bytes.end()));
}

struct Seen : PictureSink {
  std::vector<std::vector<uint8_t>> pictures;
  void OnPicture(const PictureView& picture) override {
    pictures.emplace_back(picture.pixels, picture.pixels + picture.pitch * picture.height);
  }
};

TEST(RawFramesComeBackAsTheyWereWritten) {
  const auto source = OpenRawFrames(Written("frames.raw", SmallFile()), false);
  Seen seen;
  CHECK_EQ(source->rate(), 60.0);
  CHECK(source->size() == (PictureSize{3, 2}));
  CHECK_EQ(source->Next(0, seen).outcome, FrameFacts::kPicture);
  const int64_t taken = source->Next(0, seen).taken_at_ns;
  CHECK(taken > 0);
  CHECK_EQ(source->Next(0, seen).outcome, FrameFacts::kPicture);
  CHECK_EQ(source->Next(0, seen).outcome, FrameFacts::kEnded);
  CHECK_EQ(seen.pictures.size(), 2u);
  CHECK(seen.pictures[0] == (std::vector<uint8_t>{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}));
  CHECK_EQ(seen.pictures[1][0], 200);
}

TEST(RawFramesBeginAnewWhenTheyLoop) {
  const auto source = OpenRawFrames(Written("loop.raw", SmallFile()), true);
  Seen seen;
  for (int i = 0; i < 9; ++i) CHECK(source->Next(0, seen).outcome != FrameFacts::kEnded);
  CHECK_EQ(seen.pictures.size(), 6u);
  const auto empty = OpenRawFrames(Written("empty.raw", RawFramesWriter(kHeader).Finish()), true);
  CHECK_EQ(empty->Next(0, seen).outcome, FrameFacts::kEnded);
}

TEST(RawFramesThatAreMissingOrBrokenAreRefused) {
  CHECK_PROBLEM("resource.frames-missing", OpenRawFrames("/nowhere/at.all", false));
  const auto whole = SmallFile();
  for (size_t length = 0; length < whole.size(); ++length) {
    const std::vector<uint8_t> part(whole.begin(), whole.begin() + static_cast<long>(length));
    CHECK_PROBLEM("resource.frames-broken", OpenRawFrames(Written("part.raw", part), false));
  }
  auto longer = whole;
  longer.push_back(0);
  CHECK_PROBLEM("resource.frames-broken", OpenRawFrames(Written("longer.raw", longer), false));
}

TEST(RawFramesOfAbsurdSizesTakeNoMemory) {
  // Width, height and number of frames at their largest promise 2^58 bytes.
  for (const size_t field : {8u, 12u, 16u, 20u}) {
    for (const uint8_t value : {uint8_t{0}, uint8_t{0x10}, uint8_t{0xFF}}) {
      if (field == 16 && value == 0) continue;  // A format, and one of as many bytes a pixel.
      auto file = SmallFile();
      std::fill_n(file.begin() + static_cast<long>(field), 4, value);
      CHECK_PROBLEM("resource.frames-broken", OpenRawFrames(Written("absurd.raw", file), false));
    }
  }
}

TEST(RawFramesCutWhileBeingReadAreAnError) {
  const std::string path = Written("cut.raw", SmallFile());
  const auto source = OpenRawFrames(path, false);
  Seen seen;
  source->Next(0, seen);
  // Read ahead by the C library, so cut to less than a buffer and loop back.
  std::ofstream(path, std::ios::binary | std::ios::trunc) << "x";
  const auto looped = [&] {
    for (int i = 0; i < 10; ++i) source->Next(0, seen);
  };
  // Either all of it was read ahead, or the cut is noticed: never a picture that is not there.
  try {
    looped();
  } catch (const ProblemError& error) {
    CHECK_EQ(error.problem().code, "resource.frames-broken");
  }
}

// The fuzzer's body on every truncation and thousands of damaged files, the same each time.
TEST(RawFramesThatAreDamagedNeverDoHarm) {
  const auto whole = SmallFile();
  CHECK_EQ(ReadAsRawFrames(whole.data(), whole.size()), 6u);
  std::mt19937 random(42);
  for (int i = 0; i < 20000; ++i) {
    auto file = whole;
    for (uint32_t damage = random() % 4; damage < 4; ++damage) {
      const size_t at = random() % 3 == 0 ? random() % file.size() : random() % 32;
      file[at] = static_cast<uint8_t>(random() % 4 == 0 ? random() : random() % 3);
    }
    file.resize(random() % 2 == 0 ? file.size() : random() % (2 * file.size()));
    ReadAsRawFrames(file.data(), file.size());
  }
}

}  // namespace
}  // namespace eevee
