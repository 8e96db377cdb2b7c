#pragma once

#include <memory>

namespace eevee {

/// The right to run a core in this process. Libretro cores keep their state in globals, so there is
/// one at a time in a process, whichever of our two addons, or which copy of them, asks.
class ProcessMarker {
 public:
  /// Throws `resource.core-busy` while another marker is held anywhere in the process.
  static std::unique_ptr<ProcessMarker> Claim();
  ~ProcessMarker();
  ProcessMarker(const ProcessMarker&) = delete;
  ProcessMarker& operator=(const ProcessMarker&) = delete;

 private:
  ProcessMarker() = default;
};

}  // namespace eevee
