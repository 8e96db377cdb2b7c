#pragma once

#include <sys/types.h>

#include <memory>
#include <string>
#include <vector>

namespace eevee::testing {

/// An X server without a screen (Xvfb) for one test, on a number that it finds free itself.
class XServer {
 public:
  /// Null where this computer has no Xvfb. `arguments` come on top, such as "-extension".
  static std::unique_ptr<XServer> Start(const std::vector<std::string>& arguments = {});
  ~XServer() { Kill(); }
  XServer(const XServer&) = delete;
  XServer& operator=(const XServer&) = delete;

  const std::string& name() const { return name_; }
  /// Ends it under the feet of whoever is connected.
  void Kill();
  /// Stands still, and goes on.
  void Freeze(bool frozen);

 private:
  XServer(pid_t process, std::string name) : process_(process), name_(std::move(name)) {}
  pid_t process_;
  std::string name_;
};

}  // namespace eevee::testing
