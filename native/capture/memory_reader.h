#pragma once

#ifndef EEVEE_TOOLS
#error \
    "Reading the game's memory belongs to the tools' door; the player's door must not include this."
#endif

#include <cstdint>
#include <vector>

#include "capture/memory_map.h"

namespace eevee {

/// Reads `length` bytes at an address of the emulated processor. Throws `configuration.invalid`
/// where a byte of the range is not mapped.
std::vector<uint8_t> ReadMemory(const MemoryMap& map, size_t address, size_t length);

}  // namespace eevee
