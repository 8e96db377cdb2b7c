#pragma once

#include <deque>
#include <mutex>
#include <string>

namespace eevee {

/// The last lines a core logged, kept for error messages; nothing is printed.
class CoreLog {
 public:
  /// Keeps one message; called from any thread of the core.
  void Add(const char* text);
  /// The kept lines in one sentence's tail: ` The core said: "…"`, or nothing where it was silent.
  std::string Quote() const;

 private:
  static constexpr size_t kLines = 6;
  mutable std::mutex mutex_;
  std::deque<std::string> lines_;
};

}  // namespace eevee
