#pragma once

#include <cstddef>
#include <cstdint>

#include "capture/x11/display.h"

namespace eevee::x11 {

/// Memory that the X server writes pictures into and we read: it only grows. Once both have it, it
/// is marked for removal, so that it goes when both are gone, also after a crash.
class ShmSegment {
 public:
  explicit ShmSegment(Display& display) : display_(display) {}
  ~ShmSegment();
  ShmSegment(const ShmSegment&) = delete;
  ShmSegment& operator=(const ShmSegment&) = delete;

  /// Makes room; false where the kernel or the server (one on another machine) refuses.
  bool Reserve(size_t bytes);
  uint32_t id() const { return id_; }
  const uint8_t* data() const { return data_; }

 private:
  void Release();

  Display& display_;
  uint32_t id_ = 0;
  size_t bytes_ = 0;
  const uint8_t* data_ = nullptr;
};

}  // namespace eevee::x11
