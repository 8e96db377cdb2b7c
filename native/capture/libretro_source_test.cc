#include "capture/libretro_source.h"

#include "capture/process_marker.h"
#include "testing/test.h"

namespace eevee {
namespace {

struct Output final : CoreOutput {
  std::vector<uint8_t> last;
  uint64_t samples = 0;
  void OnPicture(const PictureView& picture) override {
    last.assign(picture.pixels, picture.pixels + picture.pitch);
  }
  void OnSamples(const int16_t*, size_t pairs) override { samples += pairs; }
};

LoadOptions Synthetic() {
  return {.core = testing::cores_folder + "/synthetic_libretro.so",
          .rom = testing::ScratchFile("source.rom", "a rom"),
          .system_dir = testing::scratch_folder + "/source-system",
          .save_dir = testing::scratch_folder + "/source-save",
          .setup = {},
          .options = {}};
}

TEST(LibretroSourceShowsWhatItsHostShows) {
  std::vector<std::vector<uint8_t>> direct;
  {
    Output output;
    LibretroHost host(Synthetic(), output);
    for (uint16_t frame = 0; frame < 20; ++frame) {
      host.RunFrame(frame & 3);
      direct.push_back(output.last);
    }
  }
  Output output;
  LibretroSource source(Synthetic(), output);
  CHECK(source.rate() > 1);
  CHECK(source.size().width > 0 && source.largest().width >= source.size().width);
  int64_t taken = 0;
  int pictures = 0;
  for (uint16_t frame = 0; frame < 20; ++frame) {
    const FrameFacts facts = source.Next(frame & 3, output);
    CHECK(output.last == direct[frame]);
    CHECK(facts.outcome == FrameFacts::kPicture ? facts.taken_at_ns > taken
                                                : facts.taken_at_ns == taken);
    taken = facts.taken_at_ns;
    pictures += facts.outcome == FrameFacts::kPicture ? 1 : 0;
  }
  CHECK(pictures > 0);
  CHECK(output.samples > 0);
}

}  // namespace
}  // namespace eevee
