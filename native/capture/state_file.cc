#include "capture/state_file.h"

#include <algorithm>
#include <cstring>

#include "base/crc32.h"
#include "base/problem.h"

namespace eevee {
namespace {

// offset  bytes  what
//      0      8  magic, "EEVSTATE"
//      8      4  version of this layout, 1
//     12      4  bytes of the header
//     16     64  core's name, zero-padded
//     80     64  core's version, zero-padded
//    144     32  SHA-256 of the ROM
//    176      8  frame number
//    184      8  bytes of the payload
//    192      4  CRC-32 of the payload
//    196      4  CRC-32 of bytes 0 to 195
constexpr char kMagic[8] = {'E', 'E', 'V', 'S', 'T', 'A', 'T', 'E'};
constexpr uint32_t kVersion = 1;
constexpr size_t kNameAt = 16;
constexpr size_t kVersionAt = 80;
constexpr size_t kNameBytes = 64;
constexpr size_t kRomAt = 144;
constexpr size_t kFrameAt = 176;
constexpr size_t kSizeAt = 184;
constexpr size_t kPayloadCrcAt = 192;
constexpr size_t kHeaderCrcAt = 196;
constexpr size_t kHeaderBytes = 200;

template <typename T>
void Put(std::vector<uint8_t>& bytes, size_t at, T value) {
  for (size_t i = 0; i < sizeof value; ++i) bytes[at + i] = static_cast<uint8_t>(value >> (8 * i));
}

template <typename T>
T Get(std::span<const uint8_t> bytes, size_t at) {
  T value = 0;
  for (size_t i = 0; i < sizeof value; ++i) value |= static_cast<T>(T{bytes[at + i]} << (8 * i));
  return value;
}

void PutText(std::vector<uint8_t>& bytes, size_t at, const std::string& text) {
  std::copy_n(text.begin(), std::min(text.size(), kNameBytes),
              bytes.begin() + static_cast<long>(at));
}

std::string GetText(std::span<const uint8_t> bytes, size_t at) {
  const auto field = bytes.subspan(at, kNameBytes);
  return {field.begin(), std::find(field.begin(), field.end(), uint8_t{0})};
}

[[noreturn]] void ThrowBroken(const std::string& path, const std::string& why) {
  throw ProblemError({.code = "resource.state-broken",
                      .message = "The saved state " + path + " is damaged: " + why + ".",
                      .remedy = "Resume from another saved state; the running game is untouched.",
                      .value = path});
}

[[noreturn]] void ThrowForeign(const std::string& path, const std::string& what,
                               const std::string& theirs, const std::string& ours) {
  throw ProblemError({.code = "resource.state-foreign",
                      .message = "The saved state " + path + " belongs to " + what + " " + theirs +
                                 ", not to " + ours + ".",
                      .remedy = "Load it with the " + what + " it was saved with, or start anew.",
                      .field = what,
                      .value = theirs,
                      .allowed = {ours}});
}

}  // namespace

std::vector<uint8_t> SealState(const StateOwner& owner, uint64_t frame,
                               std::span<const uint8_t> payload) {
  std::vector<uint8_t> file(kHeaderBytes + payload.size());
  std::memcpy(file.data(), kMagic, sizeof kMagic);
  Put(file, 8, kVersion);
  Put(file, 12, static_cast<uint32_t>(kHeaderBytes));
  PutText(file, kNameAt, owner.core_name);
  PutText(file, kVersionAt, owner.core_version);
  std::copy(owner.rom.begin(), owner.rom.end(), file.begin() + kRomAt);
  Put(file, kFrameAt, frame);
  Put(file, kSizeAt, uint64_t{payload.size()});
  Put(file, kPayloadCrcAt, Crc32(payload));
  Put(file, kHeaderCrcAt, Crc32(std::span(file).first(kHeaderCrcAt)));
  std::copy(payload.begin(), payload.end(), file.begin() + kHeaderBytes);
  return file;
}

SavedState OpenState(std::span<const uint8_t> file, const StateOwner& expected,
                     const std::string& path) {
  if (file.size() < sizeof kMagic || std::memcmp(file.data(), kMagic, sizeof kMagic) != 0) {
    ThrowBroken(path, "it does not begin like a saved state");
  }
  if (file.size() < kHeaderBytes) ThrowBroken(path, "it is cut short in its header");
  if (Get<uint32_t>(file, kHeaderCrcAt) != Crc32(file.first(kHeaderCrcAt))) {
    ThrowBroken(path, "its header's checksum is wrong");
  }
  const auto version = Get<uint32_t>(file, 8);
  if (version != kVersion || Get<uint32_t>(file, 12) != kHeaderBytes) {
    ThrowForeign(path, "file version", std::to_string(version), std::to_string(kVersion));
  }
  const auto payload = file.subspan(kHeaderBytes);
  const auto size = Get<uint64_t>(file, kSizeAt);
  if (payload.size() != size) {
    ThrowBroken(path, "it holds " + std::to_string(payload.size()) + " bytes of state instead of " +
                          std::to_string(size));
  }
  if (Get<uint32_t>(file, kPayloadCrcAt) != Crc32(payload))
    ThrowBroken(path, "its checksum is wrong");

  SavedState state;
  state.owner = {.core_name = GetText(file, kNameAt), .core_version = GetText(file, kVersionAt)};
  std::copy_n(file.begin() + kRomAt, state.owner.rom.size(), state.owner.rom.begin());
  state.frame = Get<uint64_t>(file, kFrameAt);
  const std::string core = expected.core_name.substr(0, kNameBytes);
  const std::string core_version = expected.core_version.substr(0, kNameBytes);
  if (state.owner.core_name != core) ThrowForeign(path, "core", state.owner.core_name, core);
  if (state.owner.core_version != core_version) {
    ThrowForeign(path, "core", core + " " + state.owner.core_version, core + " " + core_version);
  }
  if (state.owner.rom != expected.rom) {
    ThrowForeign(path, "game", Hex(state.owner.rom).substr(0, 16), Hex(expected.rom).substr(0, 16));
  }
  state.payload.assign(payload.begin(), payload.end());
  return state;
}

}  // namespace eevee
