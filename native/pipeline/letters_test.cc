#include "pipeline/letters.h"

#include <algorithm>
#include <random>
#include <vector>

#include "pipeline/test_eyes.h"
#include "testing/allocations.h"
#include "testing/test.h"

namespace eevee {
namespace {

constexpr uint32_t kColumns = 10;
constexpr uint32_t kRows = 9;
constexpr size_t kWidth = kColumns * 16;
constexpr size_t kTiles = kColumns * 2;
constexpr uint8_t kText = 3;

struct Page {
  LetterReader reader{infer::Network::Load(testing::SimpleLetters())};
  std::vector<uint8_t> grey = std::vector<uint8_t>(kWidth * kRows * 16, 128);
  std::vector<uint8_t> cells = std::vector<uint8_t>(kColumns * kRows, 0);
  std::vector<uint8_t> letters = std::vector<uint8_t>(kTiles * kRows * 2, 99);
  void Tile(size_t x, size_t y, uint8_t shade) {
    for (size_t i = 0; i < 64; ++i) grey[(y * 8 + i / 8) * kWidth + x * 8 + i % 8] = shade;
  }
  uint32_t Read() {
    return reader.Read(grey.data(), kColumns, kRows, cells.data(), kText, letters.data());
  }
};

TEST(LettersAreReadWhereThereIsTextAndNowhereElse) {
  Page page;
  page.Tile(2, 4, 255);  // In the cell at (1, 2), which holds text.
  page.Tile(3, 5, 0);
  page.Tile(6, 4, 255);  // In the cell beside it, which does not.
  page.cells[2 * kColumns + 1] = kText;
  CHECK_EQ(page.Read(), 0u);
  std::vector<uint8_t> expected(kTiles * kRows * 2, 0);
  expected[4 * kTiles + 2] = 'A';
  expected[5 * kTiles + 3] = 'B';
  CHECK(page.letters == expected);
}

TEST(KnownTilesAreNotReadAgain) {
  Page page;
  std::fill(page.cells.begin(), page.cells.end(), kText);
  page.Tile(0, 0, 250);
  // All tiles but one are alike; within the first frame, the cache does not know them yet.
  CHECK(page.Read() > 0);
  CHECK_EQ(page.Read(), 0u);
  const uint64_t misses = page.reader.counts().misses;
  for (int i = 0; i < 10; ++i) CHECK_EQ(page.Read(), 0u);
  CHECK_EQ(page.reader.counts().misses, misses);
  CHECK_EQ(page.reader.counts().entries, size_t{2});
  CHECK_EQ(page.letters[0], 'A');
}

TEST(OneFrameReadsSoManyNewTilesAndTheNextOnesTheRest) {
  Page page;
  std::fill(page.cells.begin(), page.cells.end(), kText);
  for (size_t y = 0; y < kRows * 2; ++y) {
    for (size_t x = 0; x < kTiles; ++x) {
      page.Tile(x, y, 230);
      // No two are alike.
      page.grey[y * 8 * kWidth + x * 8] = static_cast<uint8_t>(x);
      page.grey[y * 8 * kWidth + x * 8 + 1] = static_cast<uint8_t>(y);
    }
  }
  CHECK_EQ(page.Read(), kTiles * kRows * 2 - LetterReader::kMostNew);
  // Some may have to be read twice: so many different tiles fill whole sets of the cache.
  for (int frame = 0; page.Read() > 0; ++frame) CHECK(frame < 20);
  CHECK(std::all_of(page.letters.begin(), page.letters.end(), [](int c) { return c == 'A'; }));
}

TEST(ReadingAllocatesNothing) {
  Page page;
  std::fill(page.cells.begin(), page.cells.end(), kText);
  std::mt19937 random(3);
  page.Read();
  const uint64_t before = testing::AllocationsSoFar();
  for (int i = 0; i < 200; ++i) {
    for (uint8_t& pixel : page.grey) pixel = static_cast<uint8_t>(random());
    page.Read();
  }
  CHECK_EQ(testing::AllocationsSoFar(), before);
  CHECK(page.reader.counts().evictions > 0);
}

TEST(OtherNetworksCannotRead) {
  CHECK_PROBLEM("resource.model-invalid",
                LetterReader(infer::Network::Load(testing::SimpleLetters(97))));
}

}  // namespace
}  // namespace eevee
