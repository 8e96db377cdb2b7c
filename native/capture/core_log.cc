#include "capture/core_log.h"

namespace eevee {

void CoreLog::Add(const char* text) {
  std::string line(text != nullptr ? text : "");
  while (!line.empty() && (line.back() == '\n' || line.back() == '\r' || line.back() == ' ')) {
    line.pop_back();
  }
  if (line.empty()) return;
  const std::lock_guard lock(mutex_);
  lines_.push_back(std::move(line));
  if (lines_.size() > kLines) lines_.pop_front();
}

std::string CoreLog::Quote() const {
  const std::lock_guard lock(mutex_);
  if (lines_.empty()) return {};
  std::string text = " The core said: \"";
  for (size_t i = 0; i < lines_.size(); ++i) {
    if (i > 0) text += " / ";
    text += lines_[i];
  }
  return text + "\".";
}

}  // namespace eevee
