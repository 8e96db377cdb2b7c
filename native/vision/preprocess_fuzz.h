#pragma once

#include <cstddef>
#include <cstdint>

namespace eevee {

/// Takes bytes as a frame's description and its pixels, runs the pass over it on every instruction
/// set of this machine and looks for a game in it. Throws where two sets differ, and whatever comes
/// out that is not `resource.frame-invalid` or `configuration.invalid`. The body of the fuzzer and
/// of a test.
void PreprocessAnything(const uint8_t* bytes, size_t size);

}  // namespace eevee
