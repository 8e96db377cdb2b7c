// Against a real X server (Xvfb), with windows that the tests make themselves.
#include <chrono>
#include <cstring>
#include <iostream>
#include <thread>

#include "base/problem.h"
#include "capture/window.h"
#include "capture/x11/display.h"
#include "pipeline/source_host.h"
#include "testing/allocations.h"
#include "testing/test.h"
#include "testing/x_requests.h"
#include "testing/x_server.h"

namespace eevee::x11 {
namespace {

using testing::XServer;

constexpr uint32_t kOrange = 0xE08020;
constexpr uint32_t kBlue = 0x2040F0;

// A program with one window of one colour, as X sees it.
struct Program {
  Display display;
  uint32_t window;

  explicit Program(const std::string& name, uint32_t colour = kOrange, uint16_t border = 0)
      : display(name), window(display.NewId()) {
    CHECK(display.Do(CreateWindow{.window = window,
                                  .parent = display.root(),
                                  .width = 64,
                                  .height = 48,
                                  .border = border,
                                  .background = colour}));
    ChangeProperty title = {
        .window = window, .property = kAtomWmName, .text = {'g', 'a', 'm', 'e'}};
    CHECK(display.Do(title));
    Show();
  }
  void Show() { CHECK(display.Do(MapWindow{.window = window})); }
  void Hide() { CHECK(display.Do(UnmapWindow{.window = window})); }
  void Resize(uint32_t width, uint32_t height) {
    CHECK(display.Do(ConfigureWindow{.window = window, .which = 12, .values = {width, height}}));
  }
  void Move(int x, int y) {
    CHECK(display.Do(
        ConfigureWindow{.window = window,
                        .which = 3,
                        .values = {static_cast<uint32_t>(x), static_cast<uint32_t>(y)}}));
  }
  void Close() { CHECK(display.Do(DestroyWindow{.window = window})); }
  // Key events that arrived: press and release by keycode.
  std::vector<std::pair<int, int>> Keys() {
    display.Ask(GetInputFocus{});  // Whatever was sent before has arrived when this is answered.
    std::vector<std::pair<int, int>> keys;
    for (Message event = display.NextEvent(); event; event = display.NextEvent()) {
      const int type = event.At<uint8_t>(0) & 0x7F;
      if (type == kKeyPress || type == kKeyRelease) keys.emplace_back(type, event.At<uint8_t>(1));
    }
    return keys;
  }
};

struct Seen : PictureSink {
  PictureSize size;
  uint32_t first = 0;
  uint32_t last = 0;
  void OnPicture(const PictureView& picture) override {
    size = {picture.width, picture.height};
    std::memcpy(&first, picture.pixels, 4);
    std::memcpy(&last, picture.pixels + (picture.height - 1) * picture.pitch + picture.pitch - 4,
                4);
    first &= 0xFFFFFF;
    last &= 0xFFFFFF;
  }
};

WindowOptions Named(const std::string& display) {
  WindowOptions options;
  options.display = display;
  options.choice.title = "game";
  options.keys = {"x", "z", "BackSpace", "Return", "Right", "Left", "Up", "Down", "s", "a"};
  return options;
}

// Runs `body` with a server; a computer without Xvfb leaves it out, and says so.
template <typename Body>
void WithServer(Body&& body, const std::vector<std::string>& arguments = {}) {
  const auto server = XServer::Start(arguments);
  if (!server) {
    std::cout << "left out: there is no Xvfb (sudo apt-get install xvfb)\n";
    return;
  }
  body(*server);
}

TEST(WindowShowsItsPixelsWhateverLiesOnTop) {
  for (const auto pixels : {WindowOptions::Pixels::kSharedMemory, WindowOptions::Pixels::kSocket}) {
    WithServer([&](XServer& server) {
      Program game(server.name(), kOrange, 3);
      WindowOptions options = Named(server.name());
      options.pixels = pixels;
      const auto source = OpenWindow(options);
      Seen seen;
      const FrameFacts facts = source->Next(0, seen);
      CHECK_EQ(facts.outcome, FrameFacts::kPicture);
      CHECK(facts.taken_at_ns > 0);
      CHECK(seen.size == (PictureSize{64, 48}));
      CHECK_EQ(seen.first, kOrange);
      CHECK_EQ(seen.last, kOrange);
      Program other(server.name(), kBlue);
      CHECK_EQ(source->Next(0, seen).outcome, FrameFacts::kPicture);
      CHECK_EQ(seen.first, kOrange);
      // Far out of the screen, too.
      game.Move(-50, 470);
      CHECK_EQ(source->Next(0, seen).outcome, FrameFacts::kPicture);
      CHECK_EQ(seen.first, kOrange);
    });
  }
}

TEST(WindowIsFollowedWhenResized) {
  WithServer([](XServer& server) {
    Program game(server.name());
    const auto source = OpenWindow(Named(server.name()));
    Seen seen;
    for (uint32_t i = 1; i < 60; ++i) {
      const uint32_t width = 1 + i * 37 % 600;
      const uint32_t height = 1 + i * 53 % 400;
      game.Resize(width, height);
      // The background of what was added is there with the new size or comes a moment later.
      CHECK_EQ(source->Next(0, seen).outcome, FrameFacts::kPicture);
      CHECK(seen.size == (PictureSize{width, height}));
      CHECK(source->size() == seen.size);
    }
  });
}

TEST(WindowGivesThePartThatIsWantedWhileItKeepsItsSize) {
  for (const auto pixels : {WindowOptions::Pixels::kSharedMemory, WindowOptions::Pixels::kSocket}) {
    WithServer([&](XServer& server) {
      Program game(server.name(), kOrange, 2);
      // A child of the window, of another colour, tells one part from another.
      const uint32_t child = game.display.NewId();
      CHECK(game.display.Do(CreateWindow{.window = child,
                                         .parent = game.window,
                                         .x = 30,
                                         .y = 10,
                                         .width = 20,
                                         .height = 16,
                                         .background = kBlue}));
      CHECK(game.display.Do(MapWindow{.window = child}));
      WindowOptions options = Named(server.name());
      options.pixels = pixels;
      const auto source = OpenWindow(options);
      Seen seen;
      source->Next(0, seen);
      CHECK(!source->part());
      const PicturePart part = {30, 10, 20, 16};
      source->Want(part);
      CHECK_EQ(source->Next(0, seen).outcome, FrameFacts::kPicture);
      CHECK(source->part() == part);
      CHECK(seen.size == (PictureSize{20, 16}));
      CHECK(source->size() == (PictureSize{64, 48}));
      CHECK_EQ(seen.first, kBlue);
      CHECK_EQ(seen.last, kBlue);
      // A part that does not lie in the window is nobody's.
      source->Want(PicturePart{50, 10, 20, 16});
      source->Next(0, seen);
      CHECK(!source->part());
      CHECK(seen.size == (PictureSize{64, 48}));
      source->Want(part);
      game.Resize(40, 30);
      CHECK_EQ(source->Next(0, seen).outcome, FrameFacts::kPicture);
      CHECK(!source->part());
      CHECK(seen.size == (PictureSize{40, 30}));
    });
  }
}

TEST(WindowFramesAllocateNothing) {
  WithServer([](XServer& server) {
    Program game(server.name());
    const auto source = OpenWindow(Named(server.name()));
    struct : PictureSink {
      uint64_t pictures = 0;
      void OnPicture(const PictureView&) override { ++pictures; }
    } seen;
    for (uint16_t i = 0; i < 40; ++i) source->Next(i % 3, seen);
    seen.pictures = 0;
    source->Want(PicturePart{8, 8, 32, 32});
    const uint64_t before = testing::AllocationsSoFar();
    // Buttons that change, and the question whether the window is shown, are part of it.
    for (uint16_t i = 0; i < 200; ++i) source->Next(i / 4 % 16, seen);
    CHECK_EQ(testing::AllocationsSoFar(), before);
    CHECK_EQ(seen.pictures, 200u);
  });
}

TEST(WindowThatIsHiddenShowsNothingNew) {
  WithServer([](XServer& server) {
    Program game(server.name());
    const auto source = OpenWindow(Named(server.name()));
    Seen seen;
    const int64_t taken = source->Next(0, seen).taken_at_ns;
    game.Hide();
    for (int i = 0; i < 40; ++i) {
      const FrameFacts facts = source->Next(1, seen);
      CHECK_EQ(facts.outcome, FrameFacts::kNothingNew);
      CHECK_EQ(facts.taken_at_ns, taken);
    }
    game.Show();
    CHECK_EQ(source->Next(0, seen).outcome, FrameFacts::kPicture);
    CHECK_EQ(seen.first, kOrange);
  });
}

TEST(WindowMayBeHiddenWhenItIsOpened) {
  WithServer([](XServer& server) {
    Program game(server.name());
    game.Hide();
    const auto source = OpenWindow(Named(server.name()));
    Seen seen;
    CHECK_EQ(source->Next(0, seen).outcome, FrameFacts::kNothingNew);
    game.Show();
    CHECK_EQ(source->Next(0, seen).outcome, FrameFacts::kPicture);
  });
}

TEST(WindowThatIsClosedIsGone) {
  WithServer([](XServer& server) {
    Program game(server.name());
    const auto source = OpenWindow(Named(server.name()));
    Seen seen;
    source->Next(1, seen);
    game.Close();
    CHECK_PROBLEM("resource.window-gone", source->Next(1, seen));
    CHECK_PROBLEM("resource.window-gone", source->Next(0, seen));
  });
}

TEST(WindowOfAServerThatEndsIsGone) {
  WithServer([](XServer& server) {
    Program game(server.name());
    const auto source = OpenWindow(Named(server.name()));
    Seen seen;
    source->Next(1, seen);
    server.Kill();
    CHECK_PROBLEM("resource.window-gone", source->Next(1, seen));
    CHECK_PROBLEM("resource.window-gone", source->Next(2, seen));
  });
}

TEST(WindowOfAServerThatHangsIsGone) {
  WithServer([](XServer& server) {
    Program game(server.name());
    // In a child, which leaves behind what the hung thread still stands in.
    const int code = testing::InChild([&] {
      const auto host = SourceHost::Open({.open = [&] { return OpenWindow(Named(server.name())); },
                                          .name = "The display " + server.name(),
                                          .placement = {},
                                          .hang_timeout = std::chrono::milliseconds(200)});
      host->Run(1, 0);
      server.Freeze(true);
      CHECK_PROBLEM("resource.window-gone", host->Run(1, 0));
      host->Close();
      server.Freeze(false);
      // The thread that was let go of comes back to a connection that works, and ends.
      std::this_thread::sleep_for(std::chrono::milliseconds(200));
    });
    CHECK_EQ(code, 0);
  });
}

TEST(WindowWithoutCompositeIsReadFromTheScreen) {
  WithServer(
      [](XServer& server) {
        Program game(server.name());
        const auto source = OpenWindow(Named(server.name()));
        Seen seen;
        CHECK_EQ(source->Next(0, seen).outcome, FrameFacts::kPicture);
        CHECK_EQ(seen.first, kOrange);
        game.Resize(200, 100);
        CHECK_EQ(source->Next(0, seen).outcome, FrameFacts::kPicture);
        // A part that no screen shows cannot be read; that is no error.
        game.Move(-50, 0);
        CHECK_EQ(source->Next(0, seen).outcome, FrameFacts::kNothingNew);
      },
      {"-extension", "Composite"});
}

TEST(WindowOnADisplayOf16BitsIsRgb565) {
  WithServer(
      [](XServer& server) {
        Program game(server.name(), 0xF800);
        const auto source = OpenWindow(Named(server.name()));
        struct : PictureSink {
          PixelFormat format{};
          void OnPicture(const PictureView& picture) override { format = picture.format; }
        } seen;
        source->Next(0, seen);
        CHECK(seen.format == PixelFormat::kRgb565);
      },
      {"-screen", "0", "640x480x16"});
}

TEST(KeysArriveAndAreLetGo) {
  WithServer([](XServer& server) {
    Program game(server.name());
    Seen seen;
    for (const auto method : {WindowOptions::Keys::kFakeInput, WindowOptions::Keys::kSendEvent}) {
      WindowOptions options = Named(server.name());
      options.key_method = method;
      auto source = OpenWindow(options);
      source->Next(1 << 3, seen);
      source->Next(1 << 3, seen);
      auto keys = game.Keys();
      CHECK_EQ(keys.size(), 1u);
      CHECK_EQ(keys[0].first, int{kKeyPress});
      const int start = keys[0].second;
      source->Next(1 << 4, seen);
      keys = game.Keys();
      CHECK_EQ(keys.size(), 2u);
      CHECK(keys[0] == std::make_pair(int{kKeyRelease}, start));
      CHECK(keys[1].first == kKeyPress && keys[1].second != start);
      source.reset();
      keys = game.Keys();
      CHECK_EQ(keys.size(), 1u);
      CHECK_EQ(keys[0].first, int{kKeyRelease});
    }
  });
}

TEST(KeysAreLetGoWhenTheFocusIsLost) {
  WithServer([](XServer& server) {
    Program game(server.name());
    Program other(server.name(), kBlue);
    Seen seen;
    WindowOptions options = Named(server.name());
    options.choice = {.id = game.window, .title = {}, .window_class = {}};
    options.take_focus = false;
    const auto source = OpenWindow(options);
    source->Next(1, seen);
    CHECK_EQ(game.Keys().size(), 0u);
    CHECK(game.display.Do(SetInputFocus{.window = game.window}));
    source->Next(1, seen);
    CHECK_EQ(game.Keys().size(), 1u);
    CHECK(game.display.Do(SetInputFocus{.window = other.window}));
    for (int i = 0; i < 5; ++i) source->Next(1, seen);
    // Only the release may reach whoever has the focus now.
    for (const auto& [type, code] : other.Keys()) CHECK_EQ(type, int{kKeyRelease});
  });
}

TEST(KeysTakeTheFocusBackAndArePressedAnew) {
  WithServer([](XServer& server) {
    Program game(server.name());
    Program other(server.name(), kBlue);
    Seen seen;
    WindowOptions options = Named(server.name());
    options.choice = {.id = game.window, .title = {}, .window_class = {}};
    const auto source = OpenWindow(options);
    source->Next(1, seen);
    CHECK_EQ(game.Keys().size(), 1u);
    CHECK(game.display.Do(SetInputFocus{.window = other.window}));
    for (int i = 0; i < 5; ++i) source->Next(1, seen);
    const auto keys = game.Keys();
    CHECK(!keys.empty());
    CHECK_EQ(keys.back().first, int{kKeyPress});
  });
}

TEST(WindowsAreFoundByWhatIsKnownOfThem) {
  WithServer([](XServer& server) {
    Program game(server.name());
    const auto windows = ListWindows(server.name());
    CHECK_EQ(windows.size(), 1u);
    CHECK_EQ(windows[0].title, "game");
    CHECK_EQ(windows[0].id, game.window);
    CHECK_EQ(windows[0].width, 64u);
    CHECK(windows[0].shown);
    WindowOptions options = Named(server.name());
    options.choice.title = "am";
    OpenWindow(options);
    options.choice.title = "Game";
    const Problem missing = PROBLEM_OF(OpenWindow(options));
    CHECK_EQ(missing.code, "resource.window-missing");
    CHECK_EQ(missing.allowed.size(), 1u);
    options.choice = {.id = 12345, .title = {}, .window_class = {}};
    CHECK_PROBLEM("resource.window-missing", OpenWindow(options));
    Program twin(server.name());
    options.choice = {.id = 0, .title = "game", .window_class = {}};
    CHECK_EQ(PROBLEM_OF(OpenWindow(options)).allowed.size(), 2u);
  });
}

TEST(KeysThatNobodyKnowsAreRefused) {
  WithServer([](XServer& server) {
    Program game(server.name());
    for (const char* name : {"Retrun", "xx", "\x01", "KP_7x", "x"}) {
      WindowOptions options = Named(server.name());
      options.keys[1] = name;  // "x" is button a's already.
      const Problem problem = PROBLEM_OF(OpenWindow(options));
      CHECK_EQ(problem.code, "configuration.invalid");
      CHECK_EQ(problem.field, "keys");
    }
    WindowOptions options = Named(server.name());
    options.keys = {};
    Seen seen;
    OpenWindow(options)->Next(kAllButtons, seen);
    CHECK_EQ(game.Keys().size(), 0u);
  });
}

TEST(DisplaysThatAreNotThereAreAnError) {
  for (const char* name : {":9999", "nonsense", "/nowhere"}) {
    CHECK_PROBLEM("resource.display-missing", ListWindows(name));
    CHECK_PROBLEM("resource.display-missing", OpenWindow(Named(name)));
  }
}

}  // namespace
}  // namespace eevee::x11
