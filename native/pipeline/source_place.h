#pragma once

#include <cstdint>
#include <optional>

#include "capture/placement.h"

namespace eevee {

/// Where in what a source shows the game's picture lies. It is looked for when the first picture
/// comes and when the picture's size changes, which takes milliseconds; from then on it is
/// believed, and looked after once a second with a few samples. Only a place that no longer fits is
/// looked for again, and one of which no picture so far could tell for sure.
class SourcePlace {
 public:
  /// `given`: the place is known; it is looked for only in a picture that it does not lie in.
  SourcePlace(PictureSize game, const std::optional<Placement>& given)
      : game_(game), given_(given) {}

  /// The place in this picture, which is the source's `frame`-th: all of a picture of that size, or
  /// the part of it that was wanted.
  const Placement& In(const PictureView& picture, PictureSize whole,
                      const std::optional<PicturePart>& part, uint64_t frame);

  /// What of the next picture is needed; none: all of it.
  std::optional<PicturePart> wanted() const;

  /// How often it was looked for.
  uint64_t searches() const { return searches_; }

 private:
  FoundPlacement Find(const PictureView& window);
  void Search(const PictureView& window, uint64_t frame);

  PictureSize game_;
  std::optional<Placement> given_;
  PictureSize size_;
  Placement place_;
  bool sure_ = false;
  // Whether place_ was sure once, at this size.
  bool proven_ = false;
  // Beside a menu: seen once, believed when seen twice.
  Placement seen_once_;
  uint64_t look_at_ = 0;
  uint64_t search_wait_ = 0;
  uint64_t check_wait_ = 0;
  uint32_t doubts_ = 0;
  uint64_t searches_ = 0;
};

}  // namespace eevee
