// A core's frames with eyes on the frame thread: nothing is allocated there.
#include <filesystem>
#include <thread>

#include "pipeline/host.h"
#include "pipeline/observer.h"
#include "pipeline/test_eyes.h"
#include "testing/allocations.h"
#include "testing/test.h"

namespace eevee {
namespace {

TEST(FramesOfACoreAllocateNothing) {
  Host::Options options;
  options.load.core = testing::cores_folder + "/synthetic_libretro.so";
  options.load.rom = testing::ScratchFile("eyes.txt", "format=rgb565\nfps=400\n");
  options.load.system_dir = testing::scratch_folder + "/system";
  options.load.save_dir = testing::scratch_folder + "/save-eyes";
  const auto host = Host::Open(options);
  std::vector<uint64_t> ring(host->RingBytes() / 8 + 1);
  host->AttachRing(reinterpret_cast<uint8_t*>(ring.data()));
  const auto eyes = testing::SimpleEyes(160, 144, 1);
  const auto letters = testing::SimpleLetters();
  // Cells that are bright count as text, so that there is something to read.
  host->AttachEyes({.onnx = eyes, .modes = 2, .classes = 2, .letters = letters, .text = 1});
  host->SetButtons(3);
  host->StartClock(1);
  std::this_thread::sleep_for(std::chrono::milliseconds(100));
  // This thread sleeps meanwhile: what is allocated anywhere is a frame's.
  const uint64_t frames = host->ReadMetrics().frames;
  const uint64_t before = testing::AllocationsEverywhere();
  std::this_thread::sleep_for(std::chrono::milliseconds(400));
  const uint64_t allocated = testing::AllocationsEverywhere() - before;
  CHECK(host->ReadMetrics().frames > frames + 20);
  CHECK_EQ(allocated, 0u);
  host->StopClock();
}

}  // namespace
}  // namespace eevee
