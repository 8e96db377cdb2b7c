#include "base/files.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <system_error>

#include "base/problem.h"

#ifdef _WIN32
#include <io.h>
#include <process.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

namespace eevee {
namespace {

namespace fs = std::filesystem;

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

#ifdef _WIN32
int SyncToDisk(std::FILE* file) { return _commit(_fileno(file)); }
int ProcessId() { return _getpid(); }
void SyncFolder(const fs::path&) {}  // NTFS journals the rename itself.
#else
int SyncToDisk(std::FILE* file) { return fsync(fileno(file)); }
int ProcessId() { return getpid(); }

// A rename is on the disk only once the folder is; failing to sync it loses no bytes, so it is no
// error.
void SyncFolder(const fs::path& folder) {
  const int descriptor = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  (void)fsync(descriptor);
  close(descriptor);
}
#endif

fs::path FolderOf(const std::string& path) {
  const fs::path parent = fs::path(path).parent_path();
  return parent.empty() ? fs::path(".") : parent;
}

// EFBIG is the file size limit of the user, EDQUOT the quota: to whoever reads the message, both
// mean full.
bool MeansFull(int error) {
#ifdef EDQUOT
  if (error == EDQUOT) return true;
#endif
  return error == ENOSPC || error == EFBIG;
}

[[noreturn]] void ThrowWriteProblem(const std::string& path, int error) {
  const std::string folder = FolderOf(path).string();
  if (MeansFull(error)) {
    throw ProblemError({.code = "resource.disk-full",
                        .message = "No room to write " + path + " (" + std::strerror(error) + ").",
                        .remedy = "Free some space on the disk that holds " + folder +
                                  " and save again; what was there before is untouched.",
                        .value = path});
  }
  throw ProblemError(
      {.code = "resource.folder-read-only",
       .message = "Cannot write " + path + " (" + std::strerror(error) + ").",
       .remedy = "Make " + folder + " a folder that you may write to, or choose another.",
       .value = path});
}

}  // namespace

std::optional<std::vector<uint8_t>> ReadWholeFile(const std::string& path, size_t limit) {
  std::error_code ignored;
  if (!fs::is_regular_file(path, ignored)) return std::nullopt;
  const File file(std::fopen(path.c_str(), "rb"));
  if (!file) return std::nullopt;
  std::vector<uint8_t> bytes;
  uint8_t chunk[65536];
  while (bytes.size() <= limit) {
    const size_t got =
        std::fread(chunk, 1, std::min(sizeof chunk, limit + 1 - bytes.size()), file.get());
    bytes.insert(bytes.end(), chunk, chunk + got);
    if (got == 0) break;
  }
  if (std::ferror(file.get()) != 0) return std::nullopt;
  return bytes;
}

void WriteFileAtomically(const std::string& path, std::span<const uint8_t> bytes) {
  MakeFolder(FolderOf(path).string());
  const std::string temporary = path + ".tmp-" + std::to_string(ProcessId());
  File file(std::fopen(temporary.c_str(), "wb"));
  if (!file) ThrowWriteProblem(path, errno);

  errno = 0;
  const bool written = std::fwrite(bytes.data(), 1, bytes.size(), file.get()) == bytes.size() &&
                       std::fflush(file.get()) == 0 && SyncToDisk(file.get()) == 0;
  int error = written ? 0 : errno;
  // Some file systems report a full disk only on closing.
  if (std::fclose(file.release()) != 0 && error == 0) error = errno;
  std::error_code renamed;
  if (error == 0) {
    fs::rename(temporary, path, renamed);
    error = renamed.value();
  }
  if (error != 0 || !written) {
    std::error_code ignored;
    fs::remove(temporary, ignored);
    ThrowWriteProblem(path, error != 0 ? error : EIO);
  }
  SyncFolder(FolderOf(path));
}

void MakeFolder(const std::string& path) {
  std::error_code error;
  fs::create_directories(path, error);
  if (!error && fs::is_directory(path, error)) return;
  const std::string why = error ? error.message() : "it is not a folder";
  if (MeansFull(error.value())) ThrowWriteProblem(path, error.value());
  throw ProblemError({.code = "resource.folder-read-only",
                      .message = "Cannot make the folder " + path + " (" + why + ").",
                      .remedy = "Choose a folder that you may write to.",
                      .value = path});
}

}  // namespace eevee
