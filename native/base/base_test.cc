#include <sys/resource.h>

#include <csignal>
#include <filesystem>
#include <string_view>

#include "base/crc32.h"
#include "base/files.h"
#include "base/sha256.h"
#include "testing/test.h"

namespace eevee {
namespace {

std::vector<uint8_t> Bytes(std::string_view text) { return {text.begin(), text.end()}; }

TEST(crc32_of_the_check_string) {
  // The check value that every catalogue of CRCs gives for CRC-32/ISO-HDLC.
  CHECK_EQ(Crc32(Bytes("123456789")), 0xCBF43926u);
  CHECK_EQ(Crc32({}), 0u);
}

TEST(sha256_of_the_standards_examples) {
  CHECK_EQ(Hex(Sha256(Bytes("abc"))),
           "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK_EQ(Hex(Sha256({})), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK_EQ(Hex(Sha256(Bytes("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"))),
           "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  CHECK_EQ(Hex(Sha256(std::vector<uint8_t>(1000000, 'a'))),
           "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(atomic_write_replaces_the_file_and_leaves_no_other) {
  const std::string folder = testing::scratch_folder + "/atomic";
  const std::string path = folder + "/deeper/file";
  WriteFileAtomically(path, Bytes("first"));
  WriteFileAtomically(path, Bytes("second"));
  CHECK(ReadWholeFile(path, 100) == Bytes("second"));
  CHECK_EQ(std::distance(std::filesystem::directory_iterator(folder + "/deeper"), {}), 1);
  // One byte more than the limit tells that there is more.
  CHECK_EQ(ReadWholeFile(path, 3)->size(), 4u);
  CHECK(!ReadWholeFile(folder, 100));
  CHECK(!ReadWholeFile(folder + "/none", 100));
}

TEST(a_full_disk_leaves_the_old_file_and_nothing_half_written) {
  const std::string folder = testing::scratch_folder + "/full";
  const std::string path = folder + "/file";
  WriteFileAtomically(path, Bytes("old"));
  // The size limit of a process is the full disk that needs no root: writing beyond it fails with
  // EFBIG.
  const int code = testing::InChild([&] {
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit = {4096, 4096};
    setrlimit(RLIMIT_FSIZE, &limit);
    CHECK_PROBLEM("resource.disk-full", WriteFileAtomically(path, std::vector<uint8_t>(100000)));
  });
  CHECK_EQ(code, 0);
  CHECK(ReadWholeFile(path, 100) == Bytes("old"));
  CHECK_EQ(std::distance(std::filesystem::directory_iterator(folder), {}), 1);
}

TEST(a_folder_that_cannot_be_written_says_so) {
  // Nobody may write there, root included.
  CHECK_PROBLEM("resource.folder-read-only", WriteFileAtomically("/proc/file", Bytes("x")));
  CHECK_PROBLEM("resource.folder-read-only", MakeFolder("/proc/folder"));
  const std::string file = testing::ScratchFile("plain-file", "x");
  CHECK_PROBLEM("resource.folder-read-only", MakeFolder(file));
  CHECK_PROBLEM("resource.folder-read-only", WriteFileAtomically(file + "/below", Bytes("x")));
}

}  // namespace
}  // namespace eevee
