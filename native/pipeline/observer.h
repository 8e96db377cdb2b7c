#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "infer/network.h"
#include "pipeline/letters.h"
#include "vision/scroll.h"

namespace eevee {

/// What the eyes say of one frame, as it lies in a slot of the frame ring. Behind it follow the
/// class of each cell, row by row, then the confidence of each in percent, then the letter of each
/// 8×8 tile (ASCII, 0 for none): one byte each.
struct ObservationHeader {
  uint32_t present;        // 1 where there is an observation
  uint32_t mode;           // index of the screen mode
  float mode_probability;  // 0–1
  uint32_t aligned;        // 1 where the network says that the view rests on the grid
  uint32_t columns;
  uint32_t rows;
  int32_t scroll_x;       // pixels that the view went right since the eyes were attached
  int32_t scroll_y;       // and down
  uint32_t still_frames;  // frames in a row without scroll
  float path_us;          // from the frame's first instruction to this observation, microseconds
  uint32_t reads;         // 1 where these eyes read letters
  uint32_t unread;        // tiles with text that wait for the next frame
  // Of the tiles with text since the eyes were attached, what the cache did with them:
  uint32_t tile_hits;
  uint32_t tile_misses;
  uint32_t tile_evictions;
  uint32_t tile_entries;
  uint32_t tile_bytes;  // all memory of the cache
  // Frames since the eyes were attached that were, byte for byte, the one before: they cost a
  // comparison instead of an inference.
  uint32_t unchanged_frames;
};
static_assert(sizeof(ObservationHeader) == 72);

/// Eyes as they are attached: ONNX files and how many words they know (protocol/words.ts).
struct EyesModel {
  std::span<const uint8_t> onnx;
  uint32_t modes = 0;
  uint32_t classes = 0;
  /// A network that reads letters (pipeline/letters.h); empty for none.
  std::span<const uint8_t> letters = {};
  /// The class of cells that hold text; for letters only.
  uint32_t text = 0;
};

/// The eyes on the frame thread: luminance in, observation out. Nothing is allocated and nothing
/// thrown after it was made.
class Observer {
 public:
  /// Eyes for pictures of this size. Their network has an input [1, 1, H, W] of luminance and the
  /// outputs `scene` (a logit for each mode, then one for "rests on the grid") and `cells` (a logit
  /// for each class and 16×16 cell). Throws `resource.model-invalid` for any other; with `field`
  /// "operator" where only our engine cannot run a network.
  static std::unique_ptr<Observer> Open(const EyesModel& model, uint32_t width, uint32_t height);

  uint32_t width() const { return width_; }
  uint32_t height() const { return height_; }

  /// Bytes of an observation of a picture of up to this size.
  static size_t BytesNeeded(uint32_t max_width, uint32_t max_height);

  /// Looks at a frame of `width() * height()` luminance bytes; writes the observation to `into`,
  /// which is 4-byte aligned. `path_us` is left 0 for whoever measures it.
  void Look(const uint8_t* grey, uint8_t* into) noexcept;

  /// Forgets the frame before, so that the next one does not count as scrolled.
  void Reset() noexcept {
    scroll_.Reset();
    holds_last_ = false;
  }

 private:
  explicit Observer(const EyesModel& model);
  /// Which outputs are which, found by name, and e^−d·scale for each distance d between codes.
  struct Head {
    int output = 0;
    std::array<float, 256> fall = {};
  };
  Head HeadOf(const char* name, size_t elements) const;
  void NameCells(uint8_t* classes, uint8_t* confidence) noexcept;
  void ReadLetters(const uint8_t* grey, const uint8_t* classes, ObservationHeader& header,
                   uint8_t* letters) noexcept;

  std::shared_ptr<const infer::Network> network_;
  infer::Runner runner_;
  uint32_t modes_;
  uint32_t classes_;
  uint8_t text_;
  uint32_t width_ = 0;
  uint32_t height_ = 0;
  uint32_t cells_ = 0;
  Head scene_;
  Head cell_;
  ScrollEstimator scroll_;
  /// The runner holds the frame before and what the network said of it.
  bool holds_last_ = false;
  uint32_t unchanged_frames_ = 0;
  Scroll scrolled_ = {};
  uint32_t still_frames_ = 0;
  std::vector<uint8_t> best_;
  std::vector<float> sum_;
  std::optional<LetterReader> reader_;
};

}  // namespace eevee
