#include "capture/memory_map.h"

#include "capture/memory_reader.h"
#include "testing/test.h"

namespace eevee {
namespace {

TEST(addresses_find_their_region_and_its_mirrors) {
  std::vector<uint8_t> rom(16, 1);
  std::vector<uint8_t> ram(8);
  for (size_t i = 0; i < ram.size(); ++i) ram[i] = static_cast<uint8_t>(i + 10);
  // `select` without `disconnect`: everything from 0x80 on, mirrored every eight bytes.
  const lr_region regions[] = {
      {LR_REGION_CONSTANT, rom.data(), 0, 0, 0, 0, 16, nullptr},
      {LR_REGION_SYSTEM_RAM, ram.data(), 0, 0x80, 0x80, 0, 8, "work"},
  };
  MemoryMap map;
  map.Declare({regions, 2});
  CHECK_EQ(map.regions().size(), 2u);
  CHECK_EQ(map.regions()[0].name, "rom");
  CHECK_EQ(map.regions()[1].name, "work");
  CHECK_EQ(ReadMemory(map, 0x83, 1)[0], 13);
  CHECK_EQ(ReadMemory(map, 0x8B, 1)[0], 13);
  CHECK_EQ(ReadMemory(map, 0xFF, 1)[0], 17);
  CHECK_PROBLEM("configuration.invalid", ReadMemory(map, 0x20, 1));
  CHECK_PROBLEM("configuration.invalid", ReadMemory(map, 0x0F, 2));
}

TEST(disconnected_address_lines_close_up) {
  std::vector<uint8_t> ram(4);
  // Bit 1 is not connected: addresses 0, 1, 4, 5 are the four bytes.
  const lr_region region = {0, ram.data(), 0, 0x100, 0xF00, 0x2, 4, nullptr};
  MemoryMap map;
  map.Declare({&region, 1});
  const std::vector<uint8_t> bytes = {1};
  map.Write(0x104, bytes, "address");
  CHECK_EQ(ram[2], 1);
  CHECK_EQ(ReadMemory(map, 0x106, 1)[0], 1);
}

TEST(writes_are_whole_or_not_at_all) {
  std::vector<uint8_t> rom(4, 1);
  std::vector<uint8_t> ram(4, 2);
  const lr_region regions[] = {
      {0, ram.data(), 0, 0, 0, 0, 4, nullptr},
      {LR_REGION_CONSTANT, rom.data(), 0, 4, 0, 0, 4, nullptr},
  };
  MemoryMap map;
  map.Declare({regions, 2});
  const std::vector<uint8_t> bytes(4, 9);
  const Problem problem = PROBLEM_OF(map.Write(2, bytes, "setup.0.address"));
  CHECK_EQ(problem.code, "configuration.invalid");
  CHECK_EQ(problem.field, "setup.0.address");
  CHECK_EQ(problem.value, "0x0004");
  CHECK_EQ(problem.allowed.size(), 1u);
  CHECK(ram == std::vector<uint8_t>(4, 2));
  map.Write(0, bytes, "setup.0.address");
  CHECK(ram == bytes);
  CHECK_EQ(rom[0], 1);
}

TEST(a_core_without_a_map_gives_work_ram) {
  std::vector<uint8_t> ram(0x8000);
  MemoryMap map;
  map.UseSystemRam(ram.data(), ram.size());
  const std::vector<uint8_t> bytes = {7};
  map.Write(0xDFFF, bytes, "address");
  CHECK_EQ(ram[0x1FFF], 7);
  CHECK_PROBLEM("configuration.invalid", map.Write(0xE000, bytes, "address"));
  map.UseSystemRam(nullptr, 0);
  CHECK(map.empty());
}

}  // namespace
}  // namespace eevee
