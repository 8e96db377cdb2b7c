#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace eevee {

/// Looks at a file before the dynamic loader does, because the loader answers a library of another
/// machine with a puzzle and a truncated one with a bus error. Throws `resource.core-architecture`
/// (both machines named) or `resource.core-invalid`; returns where the file is a whole ELF shared
/// object of this machine. On systems whose libraries are not ELF it checks nothing: there the
/// loader's own answer has to do.
void RequireLibraryOfThisMachine(const std::string& path, std::span<const uint8_t> file);

}  // namespace eevee
