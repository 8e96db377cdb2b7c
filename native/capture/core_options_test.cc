#include "capture/core_options.h"

#include <cstring>

#include "testing/test.h"

namespace eevee {
namespace {

using Chosen = std::map<std::string, std::string>;

TEST(options_of_layout_0) {
  const lr_variable declared[] = {
      {"speed", "How fast; slow|fast|very fast"}, {"odd", "no semicolon"}, {}};
  CoreOptions options(Chosen{{"speed", "very fast"}});
  options.Declare(declared);
  CHECK_EQ(std::string(options.Value("speed")), "very fast");
  CHECK_EQ(std::string(options.Value("odd")), "");
  CHECK(options.Value("none") == nullptr);
  CHECK(options.Value(nullptr) == nullptr);
  options.RequireChoicesKnown();

  CoreOptions standard(Chosen{});
  standard.Declare(declared);
  CHECK_EQ(std::string(standard.Value("speed")), "slow");
}

TEST(options_that_the_core_does_not_have_are_refused_with_those_it_has) {
  const lr_variable declared[] = {{"speed", "How fast; slow|fast"}, {}};
  CoreOptions misspelt(Chosen{{"sped", "fast"}});
  misspelt.Declare(declared);
  const Problem unknown = PROBLEM_OF(misspelt.RequireChoicesKnown());
  CHECK_EQ(unknown.code, "configuration.invalid");
  CHECK_EQ(unknown.field, "options.sped");
  CHECK_EQ(unknown.allowed.at(0), "speed");

  CoreOptions wrong(Chosen{{"speed", "warp"}});
  wrong.Declare(declared);
  const Problem value = PROBLEM_OF(wrong.RequireChoicesKnown());
  CHECK_EQ(value.value, "warp");
  CHECK_EQ(value.allowed.size(), 2u);
}

TEST(options_of_layouts_1_and_2_use_the_declared_default) {
  lr_option_v1 v1[2] = {};
  v1[0].key = "a";
  v1[0].values[0].value = "1";
  v1[0].values[1].value = "2";
  v1[0].default_value = "2";
  lr_option_v2 v2[2] = {};
  v2[0].key = "b";
  v2[0].values[0].value = "x";
  CoreOptions options(Chosen{});
  options.Declare(v1);
  options.Declare(v2);
  CHECK_EQ(std::string(options.Value("a")), "2");
  CHECK_EQ(std::string(options.Value("b")), "x");
}

}  // namespace
}  // namespace eevee
