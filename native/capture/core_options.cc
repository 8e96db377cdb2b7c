#include "capture/core_options.h"

#include <algorithm>
#include <string_view>

#include "base/problem.h"

namespace eevee {
namespace {

std::vector<std::string> ValuesOf(const lr_option_value (&values)[LR_OPTION_VALUES]) {
  std::vector<std::string> result;
  for (const auto& value : values) {
    if (value.value == nullptr) break;
    result.emplace_back(value.value);
  }
  return result;
}

// "Title; first|second|third"
std::vector<std::string> ValuesOf(std::string_view text) {
  const size_t semicolon = text.find(';');
  if (semicolon == std::string_view::npos) return {};
  text.remove_prefix(semicolon + 1);
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  std::vector<std::string> result;
  while (true) {
    const size_t bar = text.find('|');
    result.emplace_back(text.substr(0, bar));
    if (bar == std::string_view::npos) return result;
    text.remove_prefix(bar + 1);
  }
}

}  // namespace

void CoreOptions::Add(const char* key, std::vector<std::string> allowed, const char* standard) {
  Option option{.value = {}, .allowed = std::move(allowed)};
  if (standard != nullptr) {
    option.value = standard;
  } else if (!option.allowed.empty()) {
    option.value = option.allowed.front();
  }
  const auto choice = chosen_.find(key);
  if (choice != chosen_.end()) option.value = choice->second;
  declared_.insert_or_assign(key, std::move(option));
}

void CoreOptions::Declare(const lr_variable* options) {
  for (; options != nullptr && options->key != nullptr; ++options) {
    Add(options->key, ValuesOf(options->value != nullptr ? options->value : ""), nullptr);
  }
}

void CoreOptions::Declare(const lr_option_v1* options) {
  for (; options != nullptr && options->key != nullptr; ++options) {
    Add(options->key, ValuesOf(options->values), options->default_value);
  }
}

void CoreOptions::Declare(const lr_option_v2* options) {
  for (; options != nullptr && options->key != nullptr; ++options) {
    Add(options->key, ValuesOf(options->values), options->default_value);
  }
}

const char* CoreOptions::Value(const char* key) {
  if (key == nullptr) return nullptr;
  const auto found = declared_.find(key);
  return found != declared_.end() ? found->second.value.c_str() : nullptr;
}

void CoreOptions::RequireChoicesKnown() const {
  for (const auto& [key, value] : chosen_) {
    const auto found = declared_.find(key);
    if (found == declared_.end()) {
      std::vector<std::string> known;
      for (const auto& [name, option] : declared_) known.push_back(name);
      throw ProblemError({.code = "configuration.invalid",
                          .message = "The core has no option named " + key + ".",
                          .remedy = "Use one of the names listed, or leave the option out.",
                          .field = "options." + key,
                          .value = value,
                          .allowed = std::move(known)});
    }
    const auto& allowed = found->second.allowed;
    if (!allowed.empty() && std::find(allowed.begin(), allowed.end(), value) == allowed.end()) {
      throw ProblemError({.code = "configuration.invalid",
                          .message = "The core's option " + key + " cannot be \"" + value + "\".",
                          .remedy = "Use one of the values listed.",
                          .field = "options." + key,
                          .value = value,
                          .allowed = allowed});
    }
  }
}

}  // namespace eevee
