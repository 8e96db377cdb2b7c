#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace eevee {

/// The whole file, or nothing where there is no readable regular file at `path`. Reads at most
/// `limit` bytes; a longer file comes back with `limit + 1` bytes, so that the caller can tell.
std::optional<std::vector<uint8_t>> ReadWholeFile(const std::string& path, size_t limit);

/// Replaces `path` by these bytes, whole or not at all: a temporary file beside it, flushed to the
/// disk, then renamed over it. Whatever fails, an earlier file at `path` stays as it was and the
/// temporary one is removed. Throws `resource.disk-full` or `resource.folder-read-only`.
void WriteFileAtomically(const std::string& path, std::span<const uint8_t> bytes);

/// Makes the folder and its parents where absent. Throws `resource.folder-read-only`.
void MakeFolder(const std::string& path);

}  // namespace eevee
