// The host with the test cores, end to end, without Node: what runs under the sanitizers.
#include "pipeline/host.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <filesystem>
#include <thread>

#include "base/crc32.h"
#include "base/files.h"
#include "capture/buttons.h"
#include "testing/test.h"
#include "vision/luminance.h"

namespace eevee {
namespace {

using std::chrono::milliseconds;

Host::Options With(const std::string& rom, const std::string& core = "synthetic") {
  static int number = 0;
  const std::string name = "rom-" + std::to_string(++number) + ".txt";
  Host::Options options;
  options.load.core = testing::cores_folder + "/" + core + "_libretro.so";
  options.load.rom = testing::ScratchFile(name, rom);
  options.load.system_dir = testing::scratch_folder + "/system";
  options.load.save_dir = testing::scratch_folder + "/save-" + std::to_string(number);
  return options;
}

/// A host and the ring that it fills, read as JavaScript reads it.
struct Player {
  explicit Player(const Host::Options& options) : host(Host::Open(options)) { AttachRing(); }
  explicit Player(const std::string& rom) : Player(With(rom)) {}

  void AttachRing() {
    ring.assign(host->RingBytes() / 8 + 1, 0);
    host->AttachRing(reinterpret_cast<uint8_t*>(ring.data()));
  }
  uint32_t Word(size_t byte) const {
    uint32_t value;
    std::memcpy(&value, reinterpret_cast<const uint8_t*>(ring.data()) + byte, sizeof value);
    return value;
  }
  size_t Slot() const { return Word(12) + (Word(28) - 1) % Word(8) * Word(16); }
  uint32_t Published() const { return Word(28); }
  uint32_t Width() const { return Word(Slot() + 8); }
  uint32_t Height() const { return Word(Slot() + 12); }
  std::span<const uint8_t> Pixels() const {
    const auto format = static_cast<PixelFormat>(Word(Slot() + 4));
    return {reinterpret_cast<const uint8_t*>(ring.data()) + Slot() + Word(20),
            size_t{Width()} * Height() * BytesPerPixel(format)};
  }
  std::span<const uint8_t> Grey() const {
    return {reinterpret_cast<const uint8_t*>(ring.data()) + Slot() + Word(24),
            size_t{Width()} * Height()};
  }
  uint32_t Hash() const { return Crc32(Pixels()); }

  // The host goes first: it writes to the ring until it is closed.
  std::vector<uint64_t> ring;
  std::unique_ptr<Host> host;
};

TEST(same_inputs_give_the_same_frames) {
  std::vector<uint32_t> first;
  for (int round = 0; round < 2; ++round) {
    Player player("format=rgb565\n");
    std::vector<uint32_t> hashes;
    for (uint16_t i = 0; i < 50; ++i) {
      player.host->Run(1, i % 7 == 0 ? 16 : 0);
      hashes.push_back(player.Hash());
    }
    if (round == 0) first = hashes;
    CHECK(hashes == first);
    CHECK(hashes[0] != hashes[1]);
  }
}

TEST(formats_and_pitches_are_honoured) {
  for (const std::string format : {"rgb565", "xrgb8888", "0rgb1555"}) {
    uint32_t tight = 0;
    for (const std::string padding : {"0", "2", "13", "192"}) {
      Player player("format=" + format + "\nwidth=37\nheight=21\npadding=" + padding + "\n");
      player.host->Run(3, 0);
      CHECK_EQ(player.Width(), 37u);
      CHECK_EQ(player.Height(), 21u);
      if (padding == "0") tight = player.Hash();
      CHECK_EQ(player.Hash(), tight);
      const auto pixel_format = static_cast<PixelFormat>(player.Word(player.Slot() + 4));
      std::vector<uint8_t> grey(37 * 21);
      ToLuminance({player.Pixels().data(), 37, 21, 37 * BytesPerPixel(pixel_format), pixel_format},
                  grey.data());
      CHECK(std::ranges::equal(grey, player.Grey()));
    }
  }
}

TEST(duplicates_repeat_the_picture_under_a_new_number) {
  Player player("dupe_every=3\n");
  player.host->Run(2, 0);
  const uint32_t hash = player.Hash();
  player.host->Run(1, 0);
  CHECK_EQ(player.Published(), 3u);
  CHECK_EQ(player.Hash(), hash);
  player.host->Run(1, 0);
  CHECK(player.Hash() != hash);
  player.host->Close();

  // A duplicate of nothing is black.
  Player black("dupe_every=1\nwidth=20\nheight=10\n");
  black.host->Run(1, 0);
  CHECK_EQ(black.Width(), 20u);
  CHECK(std::ranges::all_of(black.Grey(), [](uint8_t v) { return v == 0; }));
}

TEST(the_picture_may_change_its_size) {
  Player player("width=64\nheight=48\ngeometry_every=5\n");
  for (uint32_t frame = 0; frame < 40; ++frame) {
    player.host->Run(1, 0);
    CHECK_EQ(player.Width(), frame / 5 % 2 == 0 ? 64u : 32u);
  }
  player.host->Close();
  Player through_av_info("width=64\nheight=48\nav_info_every=5\n");
  through_av_info.host->Run(7, 0);
  CHECK_EQ(through_av_info.Width(), 32u);
}

TEST(a_picture_beyond_the_largest_declared_ends_the_session) {
  Player player("oversize_at=4\n");
  player.host->Run(4, 0);
  CHECK_PROBLEM("resource.core-invalid", player.host->Run(1, 0));
  CHECK_PROBLEM("resource.core-invalid", player.host->Run(1, 0));
  CHECK_PROBLEM("resource.core-invalid", player.host->ReadMetrics());
  CHECK_EQ(player.Published(), 4u);
  player.host->Close();
  CHECK_PROBLEM("session.ended", player.host->Run(1, 0));
}

TEST(a_core_may_ask_to_be_shut_down) {
  Player player("shutdown_at=2\n");
  player.host->StartClock(8);
  for (;;) {
    std::this_thread::sleep_for(milliseconds(5));
    try {
      player.host->SetButtons(0);
    } catch (const ProblemError& error) {
      CHECK_EQ(error.problem().code, "resource.core-invalid");
      return;
    }
  }
}

TEST(buttons_reach_the_core_under_libretros_numbers) {
  for (size_t i = 0; i < kJoypadOfButton.size(); ++i) {
    Player player("# plain\n");
    player.host->Run(1, static_cast<uint16_t>(1u << i));
    const auto held = player.host->ReadMemory(0xC004, 2);
    CHECK_EQ(held[0] | held[1] << 8, 1 << kJoypadOfButton[i]);
  }
}

TEST(inputs_are_recorded) {
  Player player("# plain\n");
  player.host->Run(3, 1);
  player.host->Run(2, 1);
  player.host->Run(1, 0);
  CHECK((player.host->TakeInputs() == std::vector<InputRun>{{5, 1}, {1, 0}}));
  CHECK(player.host->TakeInputs().empty());
}

TEST(audio_arrives_in_order_and_drops_are_counted) {
  Player player("audio=100\n");
  std::vector<int16_t> into(1000);
  player.host->Run(3, 0);
  CHECK_EQ(player.host->ReadAudio(into.data(), 500), 300u);
  CHECK_EQ(into[2 * 299], 299);
  CHECK_EQ(into[2 * 299 + 1], -299);
  player.host->Run(1000, 0);
  CHECK_EQ(player.host->ReadAudio(into.data(), 500), 500u);
  CHECK(player.host->ReadMetrics().audio_dropped > 0);
}

TEST(setup_is_applied_before_the_first_frame) {
  Player plain("# plain\n");
  plain.host->Run(1, 0);
  const uint32_t untouched = plain.Hash();
  plain.host->Close();
  for (const std::string memory : {"map", "ram"}) {
    auto options = With("memory=" + memory + "\n");
    options.load.setup.push_back({0xC010, {99}});
    Player player(options);
    player.host->Run(1, 0);
    CHECK(player.Hash() != untouched);
    CHECK_EQ(player.host->ReadMemory(0xC010, 1)[0], 99);
  }
  for (const size_t address : {size_t{0}, size_t{0x9000}, size_t{0xBFFF}}) {
    auto options = With("# plain\n");
    options.load.setup.push_back({0xC000, {1}});
    options.load.setup.push_back({address, {1, 2}});
    const Problem problem = PROBLEM_OF(Host::Open(options));
    CHECK_EQ(problem.code, "configuration.invalid");
    CHECK_EQ(problem.field, "setup.1.address");
  }
  auto options = With("memory=none\n");
  options.load.setup.push_back({0xC000, {1}});
  CHECK_PROBLEM("configuration.invalid", Host::Open(options));
}

TEST(states_bring_back_the_frame) {
  const auto options = With("# plain\n");
  Player player(options);
  const std::string path = testing::scratch_folder + "/states/a.state";
  player.host->Run(10, 16);
  CHECK_EQ(player.host->SaveState(path).frame, 10u);
  player.host->Run(5, 32);
  const uint32_t hash = player.Hash();
  player.host->Run(3, 0);
  CHECK_EQ(player.host->LoadState(path), 10u);
  player.host->Run(5, 32);
  CHECK_EQ(player.Hash(), hash);
  const auto state = player.host->Serialize();
  player.host->Unserialize(state);
  CHECK_PROBLEM("resource.state-broken", player.host->Unserialize({1, 2, 3}));
  CHECK_PROBLEM("resource.state-missing", player.host->LoadState(path + ".none"));
  player.host->Close();

  Player other("width=100\n");
  const Problem foreign = PROBLEM_OF(other.host->LoadState(path));
  CHECK_EQ(foreign.code, "resource.state-foreign");
  // A refused state leaves the game as it was.
  other.host->Run(1, 0);
}

TEST(battery_memory_survives_the_session) {
  auto options = With("battery=32\n");
  options.load.save_dir = testing::scratch_folder + "/battery";
  std::filesystem::remove_all(options.load.save_dir);
  for (const int before : {0, 5, 10}) {
    Player player(options);
    player.host->Run(5, 0);
    CHECK_EQ(player.host->ReadMemory(0xC000, 1)[0], 5);
    // A save that fails must not make Close believe that the battery is on the disk.
    CHECK_PROBLEM("resource.folder-read-only", player.host->SaveState("/proc/a.state"));
    player.host->Close();
    const auto entry = *std::filesystem::directory_iterator(options.load.save_dir);
    CHECK_EQ(entry.path().filename().string().size(), 16u + 4u);
    CHECK_EQ(int{ReadWholeFile(entry.path().string(), 100)->at(0)}, before + 5);
  }
}

TEST(options_reach_the_core_in_every_layout) {
  for (const std::string layout : {"0", "1", "2"}) {
    Player plain("options=" + layout + "\n");
    plain.host->Run(1, 0);
    const uint32_t untinted = plain.Hash();
    plain.host->Close();
    auto options = With("options=" + layout + "\n");
    options.load.options["synthetic_tint"] = "red";
    Player tinted(options);
    tinted.host->Run(1, 0);
    CHECK(tinted.Hash() != untinted);
  }
  auto options = With("# plain\n");
  options.load.options["synthetic_tint"] = "green";
  CHECK_EQ(PROBLEM_OF(Host::Open(options)).field, "options.synthetic_tint");
}

TEST(what_cannot_be_opened_says_why_and_leaves_the_process_free) {
  const Problem refused = PROBLEM_OF(Host::Open(With("refuse=1\n")));
  CHECK_EQ(refused.code, "resource.rom-rejected");
  CHECK(refused.message.find("told to be refused") != std::string::npos);
  auto options = With("# a game");
  options.load.rom = testing::ScratchFile("empty.txt", "");
  CHECK_PROBLEM("resource.rom-empty", Host::Open(options));
  options.load.rom += ".none";
  CHECK_PROBLEM("resource.rom-missing", Host::Open(options));
  options = With("# a game");
  options.load.save_dir = "/proc/save";
  CHECK_PROBLEM("resource.folder-read-only", Host::Open(options));
  Player player("# a game");
  player.host->Run(1, 0);
}

TEST(one_host_at_a_time) {
  Player player("# plain\n");
  CHECK_PROBLEM("resource.core-busy", Host::Open(With("# plain\n")));
  player.host->Run(1, 0);
  player.host->Close();
  Player next("# plain\n");
  next.host->Run(1, 0);
}

TEST(the_clock_paces_and_counts) {
  Player player("fps=200\n");
  player.host->SetButtons(16);
  player.host->StartClock(1);
  CHECK_PROBLEM("session.wrong-state", player.host->Run(1, 0));
  const auto start = std::chrono::steady_clock::now();
  std::this_thread::sleep_for(milliseconds(500));
  player.host->StopClock();
  const double seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  const auto metrics = player.host->ReadMetrics();
  // Frames and drift together are the wall clock.
  const double accounted = static_cast<double>(metrics.frames) + metrics.drift_frames;
  CHECK(accounted > seconds * 200 * 0.9 && accounted < seconds * 200 * 1.1 + 6);
  CHECK_EQ(metrics.stages[Host::kLate].count, metrics.frames);
  CHECK_EQ(player.host->TakeInputs().front().buttons, 16);
  player.host->Run(1, 0);
  CHECK_EQ(player.host->ReadMetrics().frames, metrics.frames + 1);
  player.host->ResetMetrics();
  CHECK_EQ(player.host->ReadMetrics().stages[Host::kCore].count, 0u);
  for (const double speed : {0.0, -1.0, 1e9, std::nan("")}) {
    CHECK_EQ(PROBLEM_OF(player.host->StartClock(speed)).field, "speed");
  }
}

TEST(everything_works_while_the_clock_runs) {
  Player player("fps=1000\ngeometry_every=3\ndupe_every=4\n");
  player.host->StartClock(5);
  const std::string path = testing::scratch_folder + "/states/b.state";
  std::vector<int16_t> into(4000);
  for (uint16_t i = 0; i < 30; ++i) {
    player.host->SetButtons(i);
    player.host->SetSpeed(1 + i % 5);
    player.host->SaveState(path);
    player.host->LoadState(path);
    player.host->ReadAudio(into.data(), 2000);
    player.host->ReadMemory(0xC000, 64);
    player.host->ReadMetrics();
    player.host->TakeInputs();
  }
  player.host->Close();
  player.host->Close();
}

TEST(a_hanging_core_is_given_up_and_closing_returns) {
  const int code = testing::InChild([] {
    auto options = With("5", "hang");
    options.hang_timeout = milliseconds(200);
    Player player(options);
    player.host->Run(5, 0);
    CHECK_PROBLEM("session.core-hung", player.host->Run(1, 0));
    CHECK_PROBLEM("session.core-hung", player.host->SetButtons(0));
    CHECK_PROBLEM("session.core-hung", player.host->SaveState("/nowhere"));
    player.host->Close();
    CHECK_PROBLEM("session.ended", player.host->Run(1, 0));
    CHECK_PROBLEM("resource.core-busy", Host::Open(With("# plain\n")));
  });
  CHECK_EQ(code, 0);
}

TEST(a_core_that_hangs_in_real_time_is_noticed) {
  const int code = testing::InChild([] {
    auto options = With("3", "hang");
    options.hang_timeout = milliseconds(200);
    Player player(options);
    player.host->StartClock(1);
    std::this_thread::sleep_for(milliseconds(600));
    CHECK_PROBLEM("session.core-hung", player.host->ReadMetrics());
    player.host->Close();
  });
  CHECK_EQ(code, 0);
}

TEST(a_crashing_core_takes_its_process_along_and_no_other) {
  const int code = testing::InChild([] { Player(With("2", "crash")).host->Run(10, 0); });
  CHECK(code != 0 && code != 99);
}

}  // namespace
}  // namespace eevee
