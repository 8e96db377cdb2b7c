#include "capture/x11/display.h"

#include <bit>
#include <vector>

#include "base/problem.h"

namespace eevee::x11 {
namespace {

xcb_extension_t* ExtensionRecord(Extension extension) {
  // XCB writes its number for each of them here at the first use, for good.
  static std::array<xcb_extension_t, 3> records = {
      {{"MIT-SHM", 0}, {"Composite", 0}, {"XTEST", 0}}};
  if (extension == Extension::kCore) return nullptr;
  return &records[static_cast<size_t>(extension) - 1];
}

// Offsets in the server's first message (protocol, section 8): 40 bytes, the vendor's name, the
// pixmap formats of 8 bytes, then the screens with their depths and visuals.
constexpr size_t kSetupBytes = 40;
constexpr size_t kFormatBytes = 8;
constexpr size_t kScreenBytes = 40;
constexpr size_t kDepthBytes = 8;
constexpr size_t kVisualBytes = 24;

template <typename T>
T Read(const uint8_t* at) {
  T value;
  std::memcpy(&value, at, sizeof value);
  return value;
}
constexpr size_t RoundUp4(size_t bytes) { return (bytes + 3) / 4 * 4; }

// Calls `take(screen, depth, visual)`, each as its bytes, for all of them.
template <typename Take>
void EachVisual(const uint8_t* setup, size_t size, Take take) {
  const size_t formats = kSetupBytes + RoundUp4(Read<uint16_t>(setup + 24));
  size_t at = formats + kFormatBytes * setup[29];
  for (int screen = 0; screen < setup[28] && at + kScreenBytes <= size; ++screen) {
    const uint8_t* screen_bytes = setup + at;
    at += kScreenBytes;
    for (int depth = 0; depth < screen_bytes[39] && at + kDepthBytes <= size; ++depth) {
      const uint8_t* depth_bytes = setup + at;
      at += kDepthBytes;
      for (int i = 0; i < Read<uint16_t>(depth_bytes + 2) && at + kVisualBytes <= size; ++i) {
        take(screen, screen_bytes, depth_bytes, setup + at);
        at += kVisualBytes;
      }
    }
  }
}

[[noreturn]] void ThrowNoDisplay(const std::string& name, const std::string& why) {
  throw ProblemError(
      {.code = "resource.display-missing",
       .message = (name.empty() ? "There is no display: the variable DISPLAY is not set"
                                : "The display " + name + " cannot be used: " + why) +
                  ".",
       .remedy = "Start this from a desktop with X11 (or XWayland), or name a display that runs.",
       .value = name,
       .tried = {name.empty() ? "DISPLAY" : name}});
}

std::string WhyConnectFailed(int error) {
  switch (error) {
    case 1:
      return "nothing answers there, or access was refused";
    case 5:
      return "that is no name of a display";
    case 6:
      return "it has no screen of that number";
    default:
      return "connecting failed with code " + std::to_string(error);
  }
}

}  // namespace

Display::Display(const std::string& name) : xcb_(Xcb::Load()), name_(name) {
  if (name_.empty()) {
    // Of the process that started us; nobody here changes it.
    const char* given = std::getenv("DISPLAY");
    if (given != nullptr) name_ = given;
  }
  if (name_.empty()) ThrowNoDisplay(name_, {});
  int screen = 0;
  connection_ = xcb_.connect(name_.c_str(), &screen);
  if (const int error = xcb_.connection_has_error(connection_); error != 0) {
    xcb_.disconnect(connection_);
    ThrowNoDisplay(name_, WhyConnectFailed(error));
  }
  ReadSetup(screen);
}

Display::~Display() { xcb_.disconnect(connection_); }

void Display::ReadSetup(int screen) {
  setup_ = xcb_.get_setup(connection_);
  setup_size_ = 8 + size_t{Read<uint16_t>(setup_ + 6)} * 4;
  first_keycode_ = setup_[34];
  last_keycode_ = setup_[35];
  EachVisual(setup_, setup_size_,
             [&](int number, const uint8_t* bytes, const uint8_t*, const uint8_t*) {
               if (number == screen) root_ = Read<uint32_t>(bytes);
             });
  const bool little = setup_[30] == 0;
  if (root_ != 0 && little == (std::endian::native == std::endian::little)) return;
  xcb_.disconnect(connection_);
  ThrowNoDisplay(name_, root_ == 0 ? "it lists no screen" : "its pixels have another byte order");
}

std::optional<PixelLayout> Display::LayoutOf(uint8_t depth, uint32_t visual) const {
  PixelLayout layout;
  const uint8_t* formats = setup_ + kSetupBytes + RoundUp4(Read<uint16_t>(setup_ + 24));
  for (int i = 0; i < setup_[29]; ++i, formats += kFormatBytes) {
    if (formats[0] != depth) continue;
    layout.bits_per_pixel = formats[1];
    layout.scanline_pad = formats[2];
  }
  EachVisual(setup_, setup_size_, [&](int, const uint8_t*, const uint8_t*, const uint8_t* bytes) {
    if (Read<uint32_t>(bytes) != visual) return;
    layout.red = Read<uint32_t>(bytes + 8);
    layout.green = Read<uint32_t>(bytes + 12);
    layout.blue = Read<uint32_t>(bytes + 16);
  });
  if (layout.bits_per_pixel == 0 || layout.scanline_pad == 0 || layout.red == 0) return {};
  return layout;
}

bool Display::Has(Extension extension) {
  // The reply's byte 8: present.
  const uint8_t* data = xcb_.get_extension_data(connection_, ExtensionRecord(extension));
  return data != nullptr && data[8] != 0;
}

uint32_t Display::NewId() { return xcb_.generate_id(connection_); }

unsigned Display::Send(const void* request, size_t size, uint8_t opcode, Extension extension,
                       std::span<const uint8_t> tail, int flags, bool is_void) {
  // XCB writes the opcode and the length into the request, and uses two elements before the first.
  std::array<uint8_t, 64> bytes;
  std::memcpy(bytes.data(), request, size);
  std::array<uint8_t, 4> padding{};
  std::array<iovec, 5> parts{};
  parts[2] = {bytes.data(), size};
  parts[3] = {const_cast<uint8_t*>(tail.data()), tail.size()};
  parts[4] = {padding.data(), RoundUp4(tail.size()) - tail.size()};
  const xcb_protocol_request_t protocol = {.count = tail.empty() ? size_t{1} : size_t{3},
                                           .ext = ExtensionRecord(extension),
                                           .opcode = opcode,
                                           .isvoid = is_void};
  const unsigned sequence = xcb_.send_request(connection_, flags, &parts[2], &protocol);
  if (sequence == 0) RequireConnection();
  return sequence;
}

Message Display::Wait(unsigned sequence) {
  xcb_generic_error_t* error = nullptr;
  Message reply(xcb_.wait_for_reply(connection_, sequence, &error));
  std::free(error);
  if (!reply) RequireConnection();
  return reply;
}

bool Display::Check(unsigned sequence) {
  xcb_generic_error_t* error = xcb_.request_check(connection_, {sequence});
  RequireConnection();
  const bool done = error == nullptr;
  std::free(error);
  return done;
}

void Display::Flush() {
  if (xcb_.flush(connection_) <= 0) RequireConnection();
}

Message Display::NextEvent() {
  Message event(xcb_.poll_for_event(connection_));
  if (!event) RequireConnection();
  return event;
}

void Display::RequireConnection() {
  if (xcb_.connection_has_error(connection_) == 0) return;
  throw ProblemError({.code = "resource.window-gone",
                      .message = "The connection to the display " + name_ + " broke.",
                      .remedy = "Open the window again on a display that runs.",
                      .value = name_});
}

uint32_t Display::Atom(const std::string& text) {
  const InternAtom request = {.name_length = static_cast<uint16_t>(text.size())};
  const Message reply = Ask(request, {reinterpret_cast<const uint8_t*>(text.data()), text.size()});
  return reply ? reply.At<uint32_t>(8) : 0;
}

std::string Display::Property(uint32_t window, uint32_t property) {
  const Message reply = Ask(GetProperty{.window = window, .property = property});
  if (!reply) return {};
  const size_t bytes = size_t{reply.At<uint32_t>(16)} * (reply.At<uint8_t>(1) / 8);
  if (32 + bytes > reply.size()) return {};
  return {reinterpret_cast<const char*>(reply.data()) + 32, bytes};
}

}  // namespace eevee::x11
