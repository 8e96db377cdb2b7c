#include "capture/input_log.h"

#include "testing/test.h"

namespace eevee {
namespace {

TEST(inputs_are_kept_as_runs_and_taken_once) {
  InputLog log;
  CHECK(log.Take().empty());
  for (const char held : std::string("..AAA.")) log.Add(held == 'A' ? 1 : 0);
  CHECK((log.Take() == std::vector<InputRun>{{2, 0}, {3, 1}, {1, 0}}));
  CHECK(log.Take().empty());
  log.Add(0);
  CHECK((log.Take() == std::vector<InputRun>{{1, 0}}));
}

}  // namespace
}  // namespace eevee
