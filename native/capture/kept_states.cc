#include "capture/kept_states.h"

#include <algorithm>
#include <string>

#include "base/problem.h"

namespace eevee {
namespace {

// A shorter run of equal bytes costs more to leave out than to repeat.
constexpr size_t kShortestGap = 4;
// States that lean on one anchor. A power of two: whoever thins them out by halves keeps anchors.
constexpr uint32_t kStatesAnAnchor = 32;

void PutNumber(std::vector<uint8_t>& bytes, size_t number) {
  for (; number >= 0x80; number >>= 7) bytes.push_back(static_cast<uint8_t>(number | 0x80));
  bytes.push_back(static_cast<uint8_t>(number));
}

size_t TakeNumber(std::span<const uint8_t> bytes, size_t& at) {
  size_t number = 0;
  for (unsigned shift = 0; at < bytes.size(); shift += 7) {
    const uint8_t byte = bytes[at++];
    number |= size_t{byte & 0x7Fu} << shift;
    if ((byte & 0x80) == 0) break;
  }
  return number;
}

}  // namespace

// The state's size, then over and over: how many bytes are as in the base, how many are not, and
// those.
std::vector<uint8_t> PackDifference(std::span<const uint8_t> base, std::span<const uint8_t> state) {
  const auto same = [&](size_t at) {
    return state[at] == (at < base.size() ? base[at] : uint8_t{0});
  };
  std::vector<uint8_t> packed;
  PutNumber(packed, state.size());
  for (size_t at = 0; at < state.size();) {
    const size_t begin = at;
    while (at < state.size() && same(at)) ++at;
    const size_t first = at;
    size_t gap = 0;
    for (; at < state.size() && gap < kShortestGap; ++at) gap = same(at) ? gap + 1 : 0;
    const size_t last = at - gap;
    PutNumber(packed, first - begin);
    PutNumber(packed, last - first);
    packed.insert(packed.end(), state.begin() + static_cast<long>(first),
                  state.begin() + static_cast<long>(last));
    at = last;
  }
  return packed;
}

std::vector<uint8_t> UnpackDifference(std::span<const uint8_t> base,
                                      std::span<const uint8_t> packed) {
  size_t at = 0;
  std::vector<uint8_t> state(TakeNumber(packed, at));
  std::copy_n(base.begin(), std::min(base.size(), state.size()), state.begin());
  for (size_t to = 0; at < packed.size();) {
    to += TakeNumber(packed, at);
    const size_t count = TakeNumber(packed, at);
    std::copy_n(packed.begin() + static_cast<long>(at), count,
                state.begin() + static_cast<long>(to));
    at += count;
    to += count;
  }
  return state;
}

/// Bytes that count themselves for as long as they live.
class KeptStates::Packed {
 public:
  Packed(std::vector<uint8_t> bytes, std::shared_ptr<size_t> total)
      : bytes_(std::move(bytes)), total_(std::move(total)) {
    bytes_.shrink_to_fit();
    *total_ += bytes_.size();
  }
  ~Packed() { *total_ -= bytes_.size(); }
  Packed(const Packed&) = delete;
  Packed& operator=(const Packed&) = delete;
  std::span<const uint8_t> bytes() const { return bytes_; }

 private:
  std::vector<uint8_t> bytes_;
  std::shared_ptr<size_t> total_;
};

uint32_t KeptStates::Keep(uint64_t frame, std::span<const uint8_t> state) {
  std::shared_ptr<const Packed> difference;
  if (anchor_ && since_anchor_ < kStatesAnAnchor) {
    auto packed = PackDifference(anchor_state_, state);
    // After a jump in the game little is the same: the next ones had better lean on this one.
    if (packed.size() < anchor_->bytes().size() / 2 + 1024) {
      difference = std::make_shared<const Packed>(std::move(packed), bytes_);
    }
  }
  if (!difference) {
    anchor_state_.assign(state.begin(), state.end());
    anchor_ = std::make_shared<const Packed>(PackDifference({}, state), bytes_);
    since_anchor_ = 0;
  }
  ++since_anchor_;
  entries_.emplace(next_, Entry{frame, anchor_, std::move(difference)});
  return next_++;
}

KeptStates::Kept KeptStates::At(uint32_t id) const {
  const auto found = entries_.find(id);
  if (found == entries_.end()) {
    throw ProblemError({.code = "resource.state-missing",
                        .message = "No state is kept under the number " + std::to_string(id) + ".",
                        .remedy = "Go back to one that is still kept.",
                        .value = std::to_string(id)});
  }
  const auto& [frame, anchor, difference] = found->second;
  auto state = UnpackDifference({}, anchor->bytes());
  if (difference) state = UnpackDifference(state, difference->bytes());
  return {.frame = frame, .state = std::move(state)};
}

}  // namespace eevee
