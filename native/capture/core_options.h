#pragma once

#include <map>
#include <string>
#include <vector>

#include "capture/libretro_abi.h"

namespace eevee {

/// A core's options: what it declared (in any of libretro's three layouts) under what the caller
/// chose.
class CoreOptions {
 public:
  explicit CoreOptions(std::map<std::string, std::string> chosen) : chosen_(std::move(chosen)) {}

  /// Takes a declaration; each list ends with an entry whose key is null.
  void Declare(const lr_variable* options);
  void Declare(const lr_option_v1* options);
  void Declare(const lr_option_v2* options);

  /// The value the core shall use, null where it asks for an option nobody knows. The pointer stays
  /// valid.
  const char* Value(const char* key);

  /// After loading: throws `configuration.invalid` where the caller named an option or a value that
  /// the core does not have.
  void RequireChoicesKnown() const;

 private:
  struct Option {
    std::string value;
    std::vector<std::string> allowed;
  };
  void Add(const char* key, std::vector<std::string> allowed, const char* standard);
  std::map<std::string, std::string> chosen_;
  std::map<std::string, Option> declared_;
};

}  // namespace eevee
