#include "capture/memory_map.h"

#include <algorithm>
#include <bit>
#include <cstdio>

#include "base/problem.h"

namespace eevee {
namespace {

constexpr size_t kWorkRamStart = 0xC000;
constexpr size_t kWorkRamBytes = 0x2000;

std::string NameOf(const lr_region& region) {
  if (region.space != nullptr && region.space[0] != '\0') return region.space;
  if ((region.flags & LR_REGION_SYSTEM_RAM) != 0) return "system-ram";
  if ((region.flags & LR_REGION_SAVE_RAM) != 0) return "save-ram";
  if ((region.flags & LR_REGION_VIDEO_RAM) != 0) return "video-ram";
  return (region.flags & LR_REGION_CONSTANT) != 0 ? "rom" : "other";
}

// Drops the address bits the chip is not wired to and closes the gaps, from the lowest up.
size_t RemoveBits(size_t address, size_t bits) {
  while (bits != 0) {
    const size_t below = (bits & (~bits + 1)) - 1;
    address = (address & below) | ((address >> 1) & ~below);
    bits = (bits & (bits - 1)) >> 1;
  }
  return address;
}

bool Answers(const MemoryMap::Region& region, size_t address) {
  if (region.select == 0) return address >= region.start && address - region.start < region.length;
  return ((region.start ^ address) & region.select) == 0;
}

}  // namespace

void MemoryMap::Declare(const lr_memory_map& map) {
  regions_.clear();
  for (unsigned i = 0; i < map.count; ++i) {
    const lr_region& region = map.regions[i];
    // A region without a pointer declares a hole, for instance registers that a core does not hand
    // out.
    if (region.data == nullptr || region.length == 0) continue;
    regions_.push_back({.data = static_cast<uint8_t*>(region.data) + region.offset,
                        .start = region.start,
                        .select = region.select,
                        .disconnect = region.disconnect,
                        .length = region.length,
                        .writable = (region.flags & LR_REGION_CONSTANT) == 0,
                        .name = NameOf(region)});
  }
}

void MemoryMap::UseSystemRam(void* data, size_t bytes) {
  regions_.clear();
  if (data == nullptr || bytes == 0) return;
  regions_.push_back({.data = static_cast<uint8_t*>(data),
                      .start = kWorkRamStart,
                      .select = 0,
                      .disconnect = 0,
                      .length = std::min(bytes, kWorkRamBytes),
                      .writable = true,
                      .name = "system-ram"});
}

MemoryMap::Place MemoryMap::Resolve(size_t address) const {
  for (const Region& region : regions_) {
    if (!Answers(region, address)) continue;
    size_t offset = RemoveBits((address - region.start) & ~region.disconnect, region.disconnect);
    // Beyond its length a region mirrors: the highest address line is not connected.
    while (offset >= region.length) offset &= ~std::bit_floor(offset);
    return {&region, region.data + offset};
  }
  return {nullptr, nullptr};
}

void MemoryMap::Write(size_t address, std::span<const uint8_t> bytes, const std::string& field) {
  for (size_t i = 0; i < bytes.size(); ++i) {
    const Place place = Resolve(address + i);
    if (place.region != nullptr && place.region->writable) continue;
    const std::string why =
        place.region == nullptr ? "no memory of the game there" : "it is read-only";
    std::vector<std::string> allowed;
    for (const Region& region : regions_) {
      if (!region.writable) continue;
      allowed.push_back(AddressText(region.start) + "–" +
                        AddressText(region.start + region.length - 1) + " " + region.name);
    }
    throw ProblemError({.code = "configuration.invalid",
                        .message = "Cannot write to " + AddressText(address + i) + ": " + why + ".",
                        .remedy = "Write within one of the regions listed.",
                        .field = field,
                        .value = AddressText(address + i),
                        .allowed = std::move(allowed)});
  }
  for (size_t i = 0; i < bytes.size(); ++i) *Resolve(address + i).byte = bytes[i];
}

std::string AddressText(size_t address) {
  char text[24];
  std::snprintf(text, sizeof text, "0x%04zX", address);
  return text;
}

}  // namespace eevee
