#pragma once

#include <cstdint>

#include "capture/x11/xcb_abi.h"

/// The requests that we send, as they lie on the wire: the X Window System Protocol, version 11,
/// and the protocol documents of MIT-SHM, Composite and XTEST. XCB fills in the opcode and the
/// length.
namespace eevee::x11 {

enum class Extension { kCore, kShm, kComposite, kTest };

template <uint8_t Opcode, Extension Where = Extension::kCore>
struct Header {
  static constexpr uint8_t kOpcode = Opcode;
  static constexpr Extension kExtension = Where;
  uint8_t major = 0;
  uint8_t data = 0;
  uint16_t length = 0;
};

struct ChangeWindowEventMask {
  Header<2> header{};
  static constexpr uint32_t kEventMask = 1u << 11;
  uint32_t window;
  uint32_t which = kEventMask;
  uint32_t mask;
};
struct GetWindowAttributes {
  Header<3> header{};
  uint32_t window;
};
struct GetGeometry {
  Header<14> header{};
  uint32_t drawable;
};
struct QueryTree {
  Header<15> header{};
  uint32_t window;
};
struct InternAtom {
  Header<16> header{};
  uint16_t name_length;
  uint16_t pad = 0;
};
struct GetProperty {
  Header<20> header{};
  uint32_t window;
  uint32_t property;
  uint32_t type = 0;  // any
  uint32_t offset = 0;
  uint32_t words = 1024;
};
struct KeyEvent {
  uint8_t type;
  uint8_t keycode;
  uint16_t sequence = 0;
  uint32_t time = 0;
  uint32_t root;
  uint32_t window;
  uint32_t child = 0;
  int16_t position[4] = {1, 1, 1, 1};
  uint16_t modifiers = 0;
  uint8_t same_screen = 1;
  uint8_t pad = 0;
};
static_assert(sizeof(KeyEvent) == 32);
struct SendKeyEvent {
  Header<25> header{};
  uint32_t window;
  uint32_t mask;
  KeyEvent event;
};
struct SetInputFocus {
  Header<42> header{};
  uint32_t window;
  uint32_t time = 0;  // now
};
struct GetInputFocus {
  Header<43> header{};
};
struct FreePixmap {
  Header<54> header{};
  uint32_t pixmap;
};
struct GetImage {
  Header<73> header{};
  uint32_t drawable;
  int16_t x;
  int16_t y;
  uint16_t width;
  uint16_t height;
  uint32_t planes = ~0u;
};
struct GetKeyboardMapping {
  Header<101> header{};
  uint8_t first;
  uint8_t count;
  uint16_t pad = 0;
};

struct ShmQueryVersion {
  Header<0, Extension::kShm> header{};
};
struct ShmAttach {
  Header<1, Extension::kShm> header{};
  uint32_t segment;
  uint32_t shmid;
  uint32_t read_only = 0;
};
struct ShmDetach {
  Header<2, Extension::kShm> header{};
  uint32_t segment;
};
struct ShmGetImage {
  Header<4, Extension::kShm> header{};
  uint32_t drawable;
  int16_t x;
  int16_t y;
  uint16_t width;
  uint16_t height;
  uint32_t planes = ~0u;
  uint32_t format = 2;  // ZPixmap
  uint32_t segment;
  uint32_t offset = 0;
};

struct CompositeQueryVersion {
  Header<0, Extension::kComposite> header{};
  uint32_t major = 0;
  uint32_t minor = 4;
};
struct CompositeRedirectWindow {
  Header<1, Extension::kComposite> header{};
  uint32_t window;
  uint32_t update = 0;  // automatic: whoever looks at the screen goes on seeing the window
};
struct CompositeNameWindowPixmap {
  Header<6, Extension::kComposite> header{};
  uint32_t window;
  uint32_t pixmap;
};

struct TestGetVersion {
  Header<0, Extension::kTest> header{};
  uint16_t major_and_pad = 2;
  uint16_t minor = 2;
};
struct TestFakeInput {
  Header<2, Extension::kTest> header{};
  uint8_t type;
  uint8_t keycode;
  uint16_t pad0 = 0;
  uint32_t time = 0;
  uint32_t root = 0;
  uint32_t pad1[2] = {0, 0};
  int16_t x = 0;
  int16_t y = 0;
  uint32_t pad2[2] = {0, 0};
};

/// Events, by number.
enum Event : uint8_t {
  kError = 0,
  kKeyPress = 2,
  kKeyRelease = 3,
  kFocusIn = 9,
  kFocusOut = 10,
  kDestroyNotify = 17,
  kUnmapNotify = 18,
  kMapNotify = 19,
  kConfigureNotify = 22,
  kMappingNotify = 34,
};

inline constexpr uint32_t kKeyPressMask = 1;
inline constexpr uint32_t kKeyReleaseMask = 2;
inline constexpr uint32_t kStructureNotifyMask = 1u << 17;
inline constexpr uint32_t kFocusChangeMask = 1u << 21;

/// Atoms that every server knows by number.
inline constexpr uint32_t kAtomWmName = 39;
inline constexpr uint32_t kAtomWmClass = 67;

}  // namespace eevee::x11
