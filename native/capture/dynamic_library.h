#pragma once

#include <memory>
#include <string>

namespace eevee {

/// A shared library of this process: the one place that knows dlopen from LoadLibrary.
class DynamicLibrary {
 public:
  /// Loads the library with every symbol resolved. On failure returns null and says why in `error`.
  static std::unique_ptr<DynamicLibrary> Open(const std::string& path, std::string& error);
  ~DynamicLibrary();
  DynamicLibrary(const DynamicLibrary&) = delete;
  DynamicLibrary& operator=(const DynamicLibrary&) = delete;

  /// Address of an exported symbol, null where there is none.
  void* Find(const char* symbol) const;

 private:
  explicit DynamicLibrary(void* handle) : handle_(handle) {}
  void* handle_;
};

}  // namespace eevee
