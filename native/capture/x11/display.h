#pragma once

#include <array>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "capture/x11/wire.h"

namespace eevee::x11 {

/// What the server answered: the bytes of a reply or an event.
class Message {
 public:
  explicit Message(void* bytes) : bytes_(static_cast<uint8_t*>(bytes), &std::free) {}
  explicit operator bool() const { return bytes_ != nullptr; }
  const uint8_t* data() const { return bytes_.get(); }
  /// Whole size of a reply; an event has 32 bytes.
  size_t size() const { return 32 + size_t{At<uint32_t>(4)} * 4; }
  template <typename T>
  T At(size_t offset) const {
    T value;
    std::memcpy(&value, bytes_.get() + offset, sizeof value);
    return value;
  }

 private:
  std::unique_ptr<uint8_t, decltype(&std::free)> bytes_;
};

/// How the pixels of a window lie in memory.
struct PixelLayout {
  uint8_t bits_per_pixel = 0;
  uint8_t scanline_pad = 0;
  uint32_t red = 0;
  uint32_t green = 0;
  uint32_t blue = 0;
};

/// A connection to an X server, for one thread. The server's errors are answers here, and a broken
/// connection is a ProblemError: nothing reaches a handler of the process, and nothing exits.
class Display {
 public:
  /// `name` as in the variable DISPLAY; empty: what that variable says. Throws
  /// `resource.display-missing`.
  explicit Display(const std::string& name);
  ~Display();
  Display(const Display&) = delete;
  Display& operator=(const Display&) = delete;

  const std::string& name() const { return name_; }
  uint32_t root() const { return root_; }
  uint8_t first_keycode() const { return first_keycode_; }
  uint8_t last_keycode() const { return last_keycode_; }
  bool Has(Extension extension);
  /// Layout of a depth with a visual; empty where the server does not list them.
  std::optional<PixelLayout> LayoutOf(uint8_t depth, uint32_t visual) const;
  uint32_t NewId();

  /// Sends a request that is answered, and waits. No message: the server refused (a window is gone,
  /// a drawable is not shown). Throws `resource.window-gone` where the connection broke, as every
  /// other call here.
  template <typename R>
  Message Ask(const R& request, std::span<const uint8_t> tail = {}) {
    return Wait(
        Send(&request, sizeof request, Kind<R>::kOpcode, Kind<R>::kExtension, tail, 0, false));
  }
  /// The two halves of Ask, so that two questions can share a round trip.
  template <typename R>
  unsigned Pose(const R& request) {
    return Send(&request, sizeof request, Kind<R>::kOpcode, Kind<R>::kExtension, {}, 0, false);
  }
  Message Wait(unsigned sequence);
  /// Sends a request without an answer and waits until the server has done it; false: it refused.
  template <typename R>
  bool Do(const R& request) {
    return Check(Send(&request, sizeof request, Kind<R>::kOpcode, Kind<R>::kExtension, {},
                      kXcbRequestChecked, true));
  }
  /// The same without waiting; nobody hears of a refusal.
  template <typename R>
  void Tell(const R& request) {
    Send(&request, sizeof request, Kind<R>::kOpcode, Kind<R>::kExtension, {}, 0, true);
  }
  void Flush();

  /// The next event that has arrived, none where there is none.
  Message NextEvent();

  /// Number of a name; 0 where the server fails.
  uint32_t Atom(const std::string& text);
  /// A property's bytes, empty where there is none; at most 4 KiB of them.
  std::string Property(uint32_t window, uint32_t property);

 private:
  template <typename R>
  using Kind = decltype(R::header);
  unsigned Send(const void* request, size_t size, uint8_t opcode, Extension extension,
                std::span<const uint8_t> tail, int flags, bool is_void);
  bool Check(unsigned sequence);
  void RequireConnection();
  void ReadSetup(int screen);

  const Xcb& xcb_;
  std::string name_;
  xcb_connection_t* connection_;
  const uint8_t* setup_ = nullptr;
  size_t setup_size_ = 0;
  uint32_t root_ = 0;
  uint8_t first_keycode_ = 8;
  uint8_t last_keycode_ = 255;
};

}  // namespace eevee::x11
