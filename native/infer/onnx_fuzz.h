#pragma once

#include <cstddef>
#include <cstdint>

namespace eevee::infer {

/// Loads these bytes as a network and, where they are one, runs it once: what the fuzzer and the
/// tests do with broken files. Anything but `resource.model-invalid` comes out as it is.
void LoadAndRun(const uint8_t* bytes, size_t size);

}  // namespace eevee::infer
