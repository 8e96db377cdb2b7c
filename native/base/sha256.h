#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>

namespace eevee {

using Sha256Digest = std::array<uint8_t, 32>;

/// SHA-256 (FIPS 180-4) of the bytes: the identity of a ROM.
Sha256Digest Sha256(std::span<const uint8_t> bytes);

/// The digest in lower-case hexadecimal.
std::string Hex(std::span<const uint8_t> bytes);

}  // namespace eevee
