#include "capture/x11/keysyms.h"

#include <array>
#include <string_view>

namespace eevee::x11 {
namespace {

struct NamedKeysym {
  std::string_view name;
  uint32_t keysym;
};

// Keysym encoding, appendix A of the protocol.
constexpr std::array kNamed = std::to_array<NamedKeysym>({
    {"space", 0x20},       {"BackSpace", 0xFF08}, {"Tab", 0xFF09},      {"Return", 0xFF0D},
    {"Escape", 0xFF1B},    {"Home", 0xFF50},      {"Left", 0xFF51},     {"Up", 0xFF52},
    {"Right", 0xFF53},     {"Down", 0xFF54},      {"Page_Up", 0xFF55},  {"Page_Down", 0xFF56},
    {"End", 0xFF57},       {"Insert", 0xFF63},    {"KP_Enter", 0xFF8D}, {"KP_Left", 0xFF96},
    {"KP_Up", 0xFF97},     {"KP_Right", 0xFF98},  {"KP_Down", 0xFF99},  {"KP_0", 0xFFB0},
    {"KP_1", 0xFFB1},      {"KP_2", 0xFFB2},      {"KP_3", 0xFFB3},     {"KP_4", 0xFFB4},
    {"KP_5", 0xFFB5},      {"KP_6", 0xFFB6},      {"KP_7", 0xFFB7},     {"KP_8", 0xFFB8},
    {"KP_9", 0xFFB9},      {"F1", 0xFFBE},        {"F2", 0xFFBF},       {"F3", 0xFFC0},
    {"F4", 0xFFC1},        {"F5", 0xFFC2},        {"F6", 0xFFC3},       {"F7", 0xFFC4},
    {"F8", 0xFFC5},        {"F9", 0xFFC6},        {"F10", 0xFFC7},      {"F11", 0xFFC8},
    {"F12", 0xFFC9},       {"Shift_L", 0xFFE1},   {"Shift_R", 0xFFE2},  {"Control_L", 0xFFE3},
    {"Control_R", 0xFFE4}, {"Alt_L", 0xFFE9},     {"Alt_R", 0xFFEA},    {"Delete", 0xFFFF},
});

}  // namespace

uint32_t KeysymOf(const std::string& name) {
  if (name.size() == 1 && name[0] > ' ' && name[0] <= '~') {
    const char letter = name[0];
    return static_cast<uint32_t>(letter >= 'A' && letter <= 'Z' ? letter - 'A' + 'a' : letter);
  }
  for (const NamedKeysym& named : kNamed) {
    if (named.name == name) return named.keysym;
  }
  return 0;
}

std::vector<std::string> KeyNames() {
  std::vector<std::string> names;
  for (const NamedKeysym& named : kNamed) names.emplace_back(named.name);
  return names;
}

}  // namespace eevee::x11
