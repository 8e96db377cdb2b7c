#include "testing/x_server.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>

namespace eevee::testing {

std::unique_ptr<XServer> XServer::Start(const std::vector<std::string>& arguments) {
  std::array<int, 2> number{};
  if (pipe(number.data()) != 0) return nullptr;
  std::vector<std::string> line = {"Xvfb",      "-displayfd", std::to_string(number[1]),
                                   "-nolisten", "tcp",        "-screen",
                                   "0",         "640x480x24"};
  line.insert(line.end(), arguments.begin(), arguments.end());
  std::vector<char*> pointers;
  for (std::string& argument : line) pointers.push_back(argument.data());
  pointers.push_back(nullptr);
  const pid_t process = fork();
  if (process == 0) {
    const int nowhere = open("/dev/null", O_RDWR);
    for (const int stream : {0, 1, 2}) dup2(nowhere, stream);
    close(number[0]);
    execvp("Xvfb", pointers.data());
    _exit(127);
  }
  close(number[1]);
  // The server writes its number once it is ready; one that is missing closes the pipe.
  std::string name = ":";
  char letter = 0;
  while (read(number[0], &letter, 1) == 1 && letter != '\n') name += letter;
  close(number[0]);
  if (name == ":") {
    waitpid(process, nullptr, 0);
    return nullptr;
  }
  return std::unique_ptr<XServer>(new XServer(process, name));
}

void XServer::Kill() {
  if (process_ == 0) return;
  Freeze(false);
  // Asked and not killed, so that it removes its socket and lock.
  kill(process_, SIGTERM);
  waitpid(process_, nullptr, 0);
  process_ = 0;
}

void XServer::Freeze(bool frozen) { kill(process_, frozen ? SIGSTOP : SIGCONT); }

}  // namespace eevee::testing
