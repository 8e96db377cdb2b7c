#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace eevee::x11 {

/// The keysym of a key by its name as X names it: a single printable ASCII character (letters
/// small: keys have no capitals), or one of KeyNames. 0 where there is none of that name.
uint32_t KeysymOf(const std::string& name);

/// The names of more than one character.
std::vector<std::string> KeyNames();

}  // namespace eevee::x11
