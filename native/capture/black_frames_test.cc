#include "capture/black_frames.h"

#include <vector>

#include "testing/test.h"

namespace eevee {
namespace {

const std::vector<uint8_t> kGood = {0, 0, 200, 0};
const std::vector<uint8_t> kBlack = {0, 3, 8, 0};

TEST(BlackFramesAreHeldForAWhileThenPass) {
  BlackFrames filter(2);
  CHECK(!filter.Hold(kGood));
  CHECK(filter.Hold(kBlack));
  CHECK(filter.Hold(kBlack));
  CHECK(!filter.Hold(kBlack));
  CHECK_EQ(filter.black(), 3u);
  CHECK_EQ(filter.held(), 2u);
}

TEST(BlackFramesThatFlickerAreAllHeld) {
  BlackFrames filter(1);
  for (int i = 0; i < 50; ++i) {
    CHECK(!filter.Hold(kGood));
    CHECK(filter.Hold(kBlack));
  }
}

TEST(BlackFramesBeforeAnyGoodOnePass) {
  BlackFrames filter(3);
  CHECK(!filter.Hold(kBlack));
  CHECK_EQ(filter.held(), 0u);
}

}  // namespace
}  // namespace eevee
