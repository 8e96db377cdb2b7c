#include "capture/state_file.h"

#include <random>

#include "testing/test.h"

namespace eevee {
namespace {

StateOwner Owner() {
  StateOwner owner{.core_name = "core", .core_version = "1.2", .rom = {}};
  owner.rom.fill(7);
  return owner;
}

std::vector<uint8_t> Payload(size_t bytes) {
  std::mt19937 random(1);
  std::vector<uint8_t> payload(bytes);
  for (auto& byte : payload) byte = static_cast<uint8_t>(random());
  return payload;
}

std::string CodeOf(const std::vector<uint8_t>& file) {
  try {
    OpenState(file, Owner(), "file");
    return "";
  } catch (const ProblemError& error) {
    return error.problem().code;
  }
}

TEST(a_sealed_state_opens_again) {
  const auto payload = Payload(1000);
  const auto state = OpenState(SealState(Owner(), 123456789012, payload), Owner(), "file");
  CHECK_EQ(state.frame, 123456789012u);
  CHECK(state.payload == payload);
  CHECK_EQ(state.owner.core_name, "core");
  CHECK(OpenState(SealState(Owner(), 0, {}), Owner(), "file").payload.empty());
}

TEST(every_truncation_is_noticed) {
  const auto file = SealState(Owner(), 5, Payload(300));
  for (size_t size = 0; size < file.size(); ++size) {
    CHECK_EQ(CodeOf({file.begin(), file.begin() + static_cast<long>(size)}),
             "resource.state-broken");
  }
  auto longer = file;
  longer.push_back(0);
  CHECK_EQ(CodeOf(longer), "resource.state-broken");
}

TEST(every_flipped_bit_is_noticed) {
  const auto file = SealState(Owner(), 5, Payload(300));
  for (size_t bit = 0; bit < file.size() * 8; ++bit) {
    auto flipped = file;
    flipped[bit / 8] = static_cast<uint8_t>(flipped[bit / 8] ^ 1u << bit % 8);
    CHECK_EQ(CodeOf(flipped), "resource.state-broken");
  }
}

TEST(random_files_are_no_states) {
  std::mt19937 random(2);
  for (int round = 0; round < 2000; ++round) {
    std::vector<uint8_t> file = SealState(Owner(), 5, Payload(64));
    for (int i = 0; i < 5; ++i) file[random() % file.size()] = static_cast<uint8_t>(random());
    const std::string code = CodeOf(file);
    CHECK(code.empty() || code == "resource.state-broken");
  }
}

TEST(states_of_others_are_foreign) {
  StateOwner other_core = Owner();
  other_core.core_name = "another";
  StateOwner other_version = Owner();
  other_version.core_version = "1.3";
  StateOwner other_rom = Owner();
  other_rom.rom[31] = 8;
  for (const auto& [owner, what] :
       {std::pair{other_core, "core"}, {other_version, "core"}, {other_rom, "game"}}) {
    const Problem problem = PROBLEM_OF(OpenState(SealState(owner, 1, Payload(9)), Owner(), "file"));
    CHECK_EQ(problem.code, "resource.state-foreign");
    CHECK_EQ(problem.field, what);
  }
}

TEST(names_longer_than_their_field_still_match) {
  StateOwner owner = Owner();
  owner.core_name = std::string(200, 'n');
  CHECK_EQ(OpenState(SealState(owner, 1, {}), owner, "file").owner.core_name.size(), 64u);
}

}  // namespace
}  // namespace eevee
