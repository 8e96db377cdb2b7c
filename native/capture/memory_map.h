#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "capture/libretro_abi.h"

namespace eevee {

/// Where the emulated processor's addresses lie in this process. Both doors have it, because both
/// apply a scenario's setup; it can only be written through. Reading is `memory_reader.h`, which
/// only the tools' door is built with.
class MemoryMap {
 public:
  struct Region {
    uint8_t* data;
    size_t start;
    size_t select;
    size_t disconnect;
    size_t length;
    bool writable;
    std::string name;
  };

  /// Takes over the regions a core declares; the first that matches an address answers for it.
  void Declare(const lr_memory_map& map);
  /// For a core that declares none: its system RAM as the Game Boy's work RAM at 0xC000.
  void UseSystemRam(void* data, size_t bytes);
  bool empty() const { return regions_.empty(); }
  std::span<const Region> regions() const { return regions_; }

  /// Writes the bytes, or none of them: throws `configuration.invalid` (field `field`) where an
  /// address of the range is unmapped or read-only.
  void Write(size_t address, std::span<const uint8_t> bytes, const std::string& field);

  /// The region and byte that answer for an address; null where nothing is mapped.
  struct Place {
    const Region* region;
    uint8_t* byte;
  };
  Place Resolve(size_t address) const;

 private:
  std::vector<Region> regions_;
};

/// An address as people of the field write it: `0xC000`.
std::string AddressText(size_t address);

}  // namespace eevee
