// Runs the C++ tests: eevee_tests <folder of the test cores> <scratch folder> [part of a test's
// name]
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>

#include "testing/test.h"

namespace eevee::testing {

std::string scratch_folder;
std::string cores_folder;

std::string ScratchFile(const std::string& name, const std::string& text) {
  const std::string path = scratch_folder + "/" + name;
  std::ofstream(path, std::ios::binary) << text;
  return path;
}

int InChild(const std::function<void()>& body) {
  std::fflush(nullptr);
  const pid_t child = fork();
  if (child == 0) {
    // A sanitizer's report of a crash that the test asked for would only confuse whoever reads the
    // output.
    const int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
    dup2(nowhere, STDERR_FILENO);
    int code = 0;
    try {
      body();
    } catch (...) {
      code = 99;
    }
    // No destructors and no leak check: a hung core's thread is still running.
    _exit(code);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

}  // namespace eevee::testing

int main(int count, char** arguments) {
  using namespace eevee::testing;
  if (count < 3) {
    std::cerr
        << "usage: eevee_tests <folder of the test cores> <scratch folder> [part of a name]\n";
    return 2;
  }
  cores_folder = arguments[1];
  scratch_folder = arguments[2];
  std::filesystem::create_directories(scratch_folder);
  const std::string filter = count > 3 ? arguments[3] : "";

  int ran = 0;
  int failed = 0;
  for (const TestCase& test : AllTests()) {
    if (std::string(test.name).find(filter) == std::string::npos) continue;
    ++ran;
    std::string why;
    try {
      test.body();
    } catch (const std::exception& error) {
      why = error.what();
    }
    if (why.empty()) continue;
    ++failed;
    std::cout << "FAILED " << test.name << "\n  " << why << "\n";
  }
  std::cout << ran - failed << " of " << ran << " native tests passed\n";
  return failed == 0 && ran > 0 ? 0 : 1;
}
