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

const Placement& SourcePlace::In(const PictureView& window, uint64_t frame) {
  const PictureSize size = {window.width, window.height};
  if (size != size_) {
    size_ = size;
    sure_ = false;
    proven_ = false;
    seen_once_ = {};
    search_wait_ = kFirstSearchAgain;
    check_wait_ = kFirstCheck;
    doubts_ = 0;
    Search(window, frame);
    return place_;
  }
  if (frame < look_at_) return place_;
  if (!sure_) {
    Search(window, frame);
    return place_;
  }
  if (given_ && place_ == *given_) {
    look_at_ = frame + kLongestWait;
  } else if (FitsPlacement(window, place_, game_)) {
    doubts_ = 0;
    look_at_ = frame + check_wait_;
  } else if (++doubts_ < kDoubts) {
    look_at_ = frame + 1;
  } else {
    doubts_ = 0;
    sure_ = false;
    search_wait_ = kFirstSearchAgain;
    // Where the search only finds the same again, the doubts were wrong: fewer of them from now on.
    const Placement before = place_;
    Search(window, frame);
    check_wait_ = place_ == before ? std::min(check_wait_ * 2, kLongestWait) : kFirstCheck;
  }
  return place_;
}

void SourcePlace::Search(const PictureView& window, uint64_t frame) {
  ++searches_;
  const FoundPlacement found = Find(window);
  sure_ = found.sure;
  proven_ = proven_ || sure_;
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
