#pragma once

#include <cstddef>
#include <cstdint>

namespace eevee {

/// Reads bytes as a file of raw frames, to its end and once more. Whatever they are, it may only
/// return or stop at a `resource.frames-broken`; anything else that is thrown comes out. The body
/// of the fuzzer and of the property test. Returns the number of frames read.
size_t ReadAsRawFrames(const uint8_t* bytes, size_t size);

}  // namespace eevee
