#pragma once

#include <cstdint>
#include <span>

namespace eevee {

/// CRC-32 as in zlib and PNG (reflected polynomial 0xEDB88320): finds every error burst of up to 32
/// bits.
uint32_t Crc32(std::span<const uint8_t> bytes);

}  // namespace eevee
