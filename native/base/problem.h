#pragma once

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace eevee {

/// What went wrong, in the shape that crosses every border of the application: a stable code, a
/// sentence that names the thing, and a sentence that says what to do. Empty members are left out
/// at the door.
struct Problem {
  std::string code = {};
  std::string message = {};
  std::string remedy = {};
  std::string field = {};
  std::string value = {};
  std::vector<std::string> allowed = {};
  std::vector<std::string> tried = {};
  std::string command = {};
};

/// The only exception our own code throws on bad input.
class ProblemError : public std::runtime_error {
 public:
  explicit ProblemError(Problem problem)
      : std::runtime_error(problem.message), problem_(std::move(problem)) {}
  const Problem& problem() const { return problem_; }

 private:
  Problem problem_;
};

}  // namespace eevee
