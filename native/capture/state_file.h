#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/sha256.h"

namespace eevee {

/// Whose state it is.
struct StateOwner {
  std::string core_name;
  std::string core_version;
  Sha256Digest rom{};
};

struct SavedState {
  StateOwner owner;
  uint64_t frame = 0;
  std::vector<uint8_t> payload;
};

/// Lays a state out as a sealed file: header (magic, version, owner, frame, size, CRC-32 of the
/// payload, CRC-32 of the header itself), then the core's bytes. Little-endian. Layout in
/// state_file.cc.
std::vector<uint8_t> SealState(const StateOwner& owner, uint64_t frame,
                               std::span<const uint8_t> payload);

/// Opens a sealed file. Throws `resource.state-broken` where any bit is not as it was sealed, and
/// `resource.state-foreign` where it is whole but of another core, another version of it, or
/// another ROM. `path` only names the file in messages.
SavedState OpenState(std::span<const uint8_t> file, const StateOwner& expected,
                     const std::string& path);

/// The largest state file that is read.
inline constexpr size_t kLargestStateFile = size_t{256} << 20;

}  // namespace eevee
