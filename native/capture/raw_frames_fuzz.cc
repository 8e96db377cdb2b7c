#include "capture/raw_frames_fuzz.h"

#include <algorithm>
#include <cstdio>
#include <stdexcept>
#include <vector>

#include "base/problem.h"
#include "capture/raw_frames.h"

namespace eevee {

size_t ReadAsRawFrames(const uint8_t* bytes, size_t size) {
  // fmemopen takes no empty buffer; one byte is as broken as none.
  std::vector<uint8_t> memory(std::max<size_t>(size, 1));
  std::copy_n(bytes, size, memory.begin());
  std::FILE* file = fmemopen(memory.data(), memory.size(), "rb");
  if (file == nullptr) throw std::runtime_error("fmemopen failed");
  size_t frames = 0;
  uint32_t sum = 0;
  try {
    RawFramesReader reader(file, "fuzz");
    const auto& header = reader.header();
    const size_t pixels = size_t{header.width} * header.height * BytesPerPixel(header.format);
    for (int round = 0; round < 2; ++round) {
      while (const auto frame = reader.Next()) {
        ++frames;
        if (*frame == nullptr) continue;
        // Every byte that is promised must be there: a sanitizer sees it if not.
        for (size_t i = 0; i < pixels; ++i) sum += (*frame)[i];
      }
      reader.Rewind();
    }
  } catch (const ProblemError& error) {
    if (error.problem().code != "resource.frames-broken") throw;
  }
  // The sum is used, so that the reads are not taken out.
  return sum == 0xFFFFFFFF ? frames + 0 : frames;
}

}  // namespace eevee

#ifdef EEVEE_FUZZER
// native/fuzz.js builds it with clang and runs it.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  eevee::ReadAsRawFrames(bytes, size);
  return 0;
}
#endif
