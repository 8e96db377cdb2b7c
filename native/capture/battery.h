#pragma once

#include <string>
#include <vector>

#include "capture/core_library.h"

namespace eevee {

/// The cartridge's battery: memory that a game keeps while the machine is off, and its clock. One
/// file each, named after the ROM's hash, so that a renamed ROM finds its saved game and another
/// ROM never does.
class Battery {
 public:
  /// Bytes to be written to a file.
  struct Write {
    std::string path;
    std::vector<uint8_t> bytes;
  };

  Battery(const CoreLibrary& core, std::string path_without_extension)
      : core_(core), path_(std::move(path_without_extension)) {}

  /// Fills the core's memory from the files that exist; after loading a game, before its first
  /// frame.
  void Load();
  /// What changed since the last call or since Load, to be written outside the frame thread.
  std::vector<Write> TakeChanges();
  /// What was taken could not be written: the next TakeChanges gives everything again.
  void Untake();

 private:
  struct Memory {
    unsigned id;
    const char* extension;
    std::vector<uint8_t> known;
  };
  const CoreLibrary& core_;
  std::string path_;
  Memory memories_[2] = {{LR_MEMORY_SAVE_RAM, ".srm", {}}, {LR_MEMORY_RTC, ".rtc", {}}};
};

}  // namespace eevee
