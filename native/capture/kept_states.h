#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <vector>

namespace eevee {

/// Packs `state` as its difference from `base`; bytes beyond the base's end count as different from
/// zero. Two states of one game a second apart differ in a few hundred places, and much of a state
/// is zero: runs of equal bytes are left out.
std::vector<uint8_t> PackDifference(std::span<const uint8_t> base, std::span<const uint8_t> state);
/// The state that was packed. `base` and `packed` must be what PackDifference was given and gave.
std::vector<uint8_t> UnpackDifference(std::span<const uint8_t> base,
                                      std::span<const uint8_t> packed);

/// A core's states kept in memory, packed, to go back to. They stay in here: whoever keeps one gets
/// a number, never its bytes, because a state holds the game's memory.
///
/// Every so often a state is kept whole, as an anchor; those after it are kept as their difference
/// from it. An anchor stays for as long as anything leans on it. For one caller's thread.
class KeptStates {
 public:
  struct Kept {
    uint64_t frame;
    std::vector<uint8_t> state;
  };

  /// Returns the number by which the state is asked for from now on. `frame` is given back with it.
  uint32_t Keep(uint64_t frame, std::span<const uint8_t> state);
  /// Throws `resource.state-missing` where nothing is kept under that number.
  Kept At(uint32_t id) const;
  /// Forgets a state; one that is not kept is nothing to do.
  void Drop(uint32_t id) { entries_.erase(id); }
  /// Bytes that all of them take.
  size_t bytes() const { return *bytes_; }

 private:
  class Packed;
  struct Entry {
    uint64_t frame;
    std::shared_ptr<const Packed> anchor;
    /// Null where the state is the anchor itself.
    std::shared_ptr<const Packed> difference;
  };

  uint32_t next_ = 1;
  uint32_t since_anchor_ = 0;
  std::shared_ptr<const Packed> anchor_;
  /// The newest anchor unpacked: the next state is compared with it.
  std::vector<uint8_t> anchor_state_;
  std::map<uint32_t, Entry> entries_;
  std::shared_ptr<size_t> bytes_ = std::make_shared<size_t>(0);
};

}  // namespace eevee
