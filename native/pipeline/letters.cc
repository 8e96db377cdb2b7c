#include "pipeline/letters.h"

#include <algorithm>
#include <cstring>
#include <string>

#include "base/problem.h"

namespace eevee {
namespace {

constexpr uint32_t kTile = 8;
constexpr size_t kTileBytes = size_t{kTile} * kTile;
/// All letters of a few fonts and palettes: 512 tiles and their bytes take some 50 KB.
constexpr size_t kRemembered = 512;

ProblemError Invalid(const std::string& what) {
  return ProblemError({.code = "resource.model-invalid",
                       .message = "The network cannot read letters: " + what + ".",
                       .remedy = "Restore the model's folder from the installation."});
}

int LettersOutput(const infer::Network& network) {
  const auto& inputs = network.inputs();
  if (inputs.size() != 1 || inputs[0].dims != std::vector<int64_t>{1, 1, kTile, kTile}) {
    throw Invalid("its input is not [1, 1, 8, 8]");
  }
  const auto& outputs = network.outputs();
  for (size_t i = 0; i < outputs.size(); ++i) {
    if (outputs[i].name != "letters") continue;
    if (outputs[i].elements == LetterReader::kLetters + 1 && outputs[i].has_codes) {
      return static_cast<int>(i);
    }
    throw Invalid("its output \"letters\" does not have " +
                  std::to_string(LetterReader::kLetters + 1) + " codes");
  }
  throw Invalid("it has no output \"letters\"");
}

}  // namespace

LetterReader::LetterReader(std::shared_ptr<const infer::Network> network, const Kernels& kernels)
    : kernels_(&kernels), runner_(network, kMostNew), cache_(kTile, kRemembered) {
  output_ = LettersOutput(*network);
}

uint32_t LetterReader::Read(const uint8_t* grey, uint32_t columns, uint32_t rows,
                            const uint8_t* cells, uint8_t text, uint8_t* letters) noexcept {
  const size_t stride = size_t{columns} * 16;
  const size_t letters_wide = size_t{columns} * 2;
  std::memset(letters, 0, letters_wide * rows * 2);
  new_count_ = 0;
  unread_ = 0;
  for (uint32_t row = 0; row < rows; ++row) {
    for (uint32_t column = 0; column < columns; ++column) {
      if (cells[size_t{row} * columns + column] != text) continue;
      for (uint32_t half = 0; half < 2; ++half) {
        const size_t y = size_t{row} * 2 + half;
        const uint8_t* const tiles = grey + y * kTile * stride + size_t{column} * 16;
        std::array<uint64_t, 2> hashes;
        kernels_->hash_tiles(tiles, stride, 2, hashes.data());
        uint8_t* const pair = letters + y * letters_wide + size_t{column} * 2;
        ReadTile(tiles, stride, hashes[0], pair);
        ReadTile(tiles + kTile, stride, hashes[1], pair + 1);
      }
    }
  }
  if (new_count_ > 0) Infer(stride);
  return unread_;
}

void LetterReader::ReadTile(const uint8_t* tile, size_t stride, uint64_t hash,
                            uint8_t* letter) noexcept {
  if (const TileVerdict* known = cache_.Find(hash, tile, stride)) {
    *letter = static_cast<uint8_t>(known->label);
  } else if (new_count_ < kMostNew) {
    new_[static_cast<size_t>(new_count_++)] = {tile, hash, letter};
  } else {
    ++unread_;
  }
}

void LetterReader::Infer(size_t stride) noexcept {
  uint8_t* input = runner_.input(0).data();
  for (int i = 0; i < new_count_; ++i) {
    const uint8_t* tile = new_[static_cast<size_t>(i)].tile;
    for (uint32_t y = 0; y < kTile; ++y, input += kTile) {
      std::memcpy(input, tile + y * stride, kTile);
    }
  }
  runner_.Run(new_count_);
  const uint8_t* codes = runner_.quantised_output(output_).data();
  for (int i = 0; i < new_count_; ++i, codes += kLetters + 1) {
    const New& one = new_[static_cast<size_t>(i)];
    const auto best = static_cast<uint16_t>(std::max_element(codes, codes + kLetters + 1) - codes);
    const uint16_t letter = best == 0 ? uint16_t{0} : static_cast<uint16_t>(kFirst + best - 1);
    *one.letter = static_cast<uint8_t>(letter);
    // The same tile may stand in this batch more than once: Insert replaces.
    cache_.Insert(one.hash, one.tile, stride, {letter, 0});
  }
}

}  // namespace eevee
