#pragma once

#include <functional>
#include <iostream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/problem.h"

// A test framework of one header: TEST(name) { … } registers itself, and a failed CHECK ends its
// test.
namespace eevee::testing {

struct TestCase {
  const char* name;
  std::function<void()> body;
};

inline std::vector<TestCase>& AllTests() {
  static std::vector<TestCase> tests;
  return tests;
}

struct Registration {
  Registration(const char* name, std::function<void()> body) {
    AllTests().push_back({name, std::move(body)});
  }
};

struct Failure : std::runtime_error {
  using std::runtime_error::runtime_error;
};

[[noreturn]] inline void Fail(const char* file, int line, const std::string& what) {
  throw Failure(std::string(file) + ":" + std::to_string(line) + ": " + what);
}

template <typename A, typename B>
void CheckEqual(const A& a, const B& b, const char* text, const char* file, int line) {
  if (a == b) return;
  std::ostringstream message;
  message << text << ": " << a << " != " << b;
  Fail(file, line, message.str());
}

/// The problem that `body` throws; fails where it throws none.
template <typename Body>
Problem ProblemOf(Body&& body, const char* text, const char* file, int line) {
  try {
    body();
  } catch (const ProblemError& error) {
    if (error.problem().message.empty() || error.problem().remedy.empty()) {
      Fail(file, line, std::string(text) + ": a problem without message or remedy");
    }
    return error.problem();
  }
  Fail(file, line, std::string(text) + ": no problem was thrown");
}

/// A folder for this run's files, and the folder of the test cores.
extern std::string scratch_folder;
extern std::string cores_folder;

/// Writes a text file into the scratch folder and returns its path.
std::string ScratchFile(const std::string& name, const std::string& text);

/// Runs `body` in a child process and returns its exit code; 128 + the signal where a signal ended
/// it.
int InChild(const std::function<void()>& body);

}  // namespace eevee::testing

#define TEST(name)                                                                      \
  static void Test_##name();                                                            \
  static const ::eevee::testing::Registration registration_##name(#name, &Test_##name); \
  static void Test_##name()

#define CHECK(condition)                                                                   \
  do {                                                                                     \
    if (!(condition)) ::eevee::testing::Fail(__FILE__, __LINE__, "not true: " #condition); \
  } while (false)

#define CHECK_EQ(a, b) ::eevee::testing::CheckEqual((a), (b), #a " == " #b, __FILE__, __LINE__)

#define PROBLEM_OF(expression) \
  ::eevee::testing::ProblemOf([&] { (void)(expression); }, #expression, __FILE__, __LINE__)

#define CHECK_PROBLEM(problem_code, expression) CHECK_EQ(PROBLEM_OF(expression).code, problem_code)
