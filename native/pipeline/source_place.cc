#include "pipeline/source_place.h"

#include <algorithm>

#include "vision/find_game.h"

namespace eevee {
namespace {

// Frames until another look for a place that is not sure, and until a sure one is looked after.
constexpr uint64_t kFirstSearchAgain = 15;
constexpr uint64_t kFirstCheck = 60;
constexpr uint64_t kLongestWait = 960;
// A picture caught half drawn fits no place; two in a row are no accident.
constexpr uint32_t kDoubts = 2;

}  // namespace

const Placement& SourcePlace::In(const PictureView& picture, PictureSize whole,
                                 const std::optional<PicturePart>& part, uint64_t frame) {
  if (whole != size_) {
    size_ = whole;
    sure_ = false;
    proven_ = false;
    seen_once_ = {};
    search_wait_ = kFirstSearchAgain;
    check_wait_ = kFirstCheck;
    doubts_ = 0;
    look_at_ = frame;
  }
  if (frame < look_at_) return place_;
  if (!sure_) {
    // A part shows nothing of what lies around it.
    if (!part) Search(picture, frame);
    return place_;
  }
  const Placement here =
      part ? Placement{place_.x - part->x, place_.y - part->y, place_.width, place_.height}
           : place_;
  if ((given_ && place_ == *given_) || FitsPlacement(picture, here, game_)) {
    doubts_ = 0;
    look_at_ = frame + check_wait_;
  } else if (++doubts_ < kDoubts) {
    look_at_ = frame + 1;
  } else {
    // Where the search only finds the same again, the doubts were wrong: fewer of them from now on.
    check_wait_ = std::min(check_wait_ * 2, kLongestWait);
    doubts_ = 0;
    sure_ = false;
    search_wait_ = kFirstSearchAgain;
    look_at_ = frame + 1;
  }
  return place_;
}

std::optional<PicturePart> SourcePlace::wanted() const {
  const bool all = place_ == Placement{0, 0, size_.width, size_.height};
  return sure_ && !all ? std::optional<PicturePart>(place_) : std::nullopt;
}

void SourcePlace::Search(const PictureView& window, uint64_t frame) {
  ++searches_;
  const FoundPlacement found = Find(window);
  sure_ = found.sure;
  proven_ = proven_ || sure_;
  if (sure_ && found.placement != place_) check_wait_ = kFirstCheck;
  // What was sure once is better than a guess.
  if (sure_ || !proven_) place_ = found.placement;
  look_at_ = frame + (sure_ ? check_wait_ : search_wait_);
  // Ever more rarely: what is scaled softly never becomes sure.
  search_wait_ = std::min(search_wait_ * 2, kLongestWait);
}

FoundPlacement SourcePlace::Find(const PictureView& window) {
  if (given_ && given_->x + given_->width <= window.width &&
      given_->y + given_->height <= window.height) {
    return {*given_, true};
  }
  const FoundPlacement fitted = FindPlacement(window, game_);
  if (fitted.sure || window.width < game_.width || window.height < game_.height) return fitted;
  // Something lies beside the game, such as a menu: what the pixels alone say. A window that was
  // just resized shows its old picture beside its new space for a moment, which looks the same:
  // only what is seen twice is sure.
  const auto alone = FindGame(window, game_.width, game_.height);
  if (!alone) return fitted;
  const Placement place = {alone->x, alone->y, alone->width * alone->scale,
                           alone->height * alone->scale};
  const bool again = place == seen_once_;
  seen_once_ = place;
  return {place, again};
}

}  // namespace eevee
