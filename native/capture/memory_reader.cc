#include "capture/memory_reader.h"

#include "base/problem.h"

namespace eevee {

std::vector<uint8_t> ReadMemory(const MemoryMap& map, size_t address, size_t length) {
  std::vector<uint8_t> bytes(length);
  for (size_t i = 0; i < length; ++i) {
    const auto place = map.Resolve(address + i);
    if (place.region == nullptr) {
      std::vector<std::string> allowed;
      for (const auto& region : map.regions()) {
        allowed.push_back(AddressText(region.start) + "–" +
                          AddressText(region.start + region.length - 1) + " " + region.name);
      }
      throw ProblemError(
          {.code = "configuration.invalid",
           .message = "Cannot read " + AddressText(address + i) + ": no memory of the game there.",
           .remedy = "Read within one of the regions listed.",
           .field = "address",
           .value = AddressText(address + i),
           .allowed = std::move(allowed)});
    }
    bytes[i] = *place.byte;
  }
  return bytes;
}

}  // namespace eevee
