#include "capture/x11/window_list.h"

#include <algorithm>
#include <cstdio>

#include "base/problem.h"

namespace eevee::x11 {
namespace {

// More than any desktop has; whoever makes more of them shall not keep us busy.
constexpr size_t kMostWindows = 4096;
constexpr int kDeepest = 3;
constexpr uint16_t kInputOnly = 2;
constexpr uint8_t kViewable = 2;

std::vector<uint32_t> ChildrenOf(Display& display, uint32_t window) {
  const Message reply = display.Ask(QueryTree{.window = window});
  if (!reply) return {};
  std::vector<uint32_t> children(
      std::min<size_t>(reply.At<uint16_t>(16), (reply.size() - 32) / sizeof(uint32_t)));
  if (!children.empty()) {
    std::memcpy(children.data(), reply.data() + 32, children.size() * sizeof(uint32_t));
  }
  return children;
}

// The instance and the class, each ended by a zero; the class is what people know.
std::string ClassIn(const std::string& property) {
  const size_t middle = property.find('\0');
  if (middle == std::string::npos) return property;
  return property.substr(middle + 1, property.find('\0', middle + 1) - middle - 1);
}

void Collect(Display& display, uint32_t window, int depth, std::vector<WindowFacts>& found) {
  for (const uint32_t child : ChildrenOf(display, window)) {
    if (found.size() >= kMostWindows) return;
    const auto facts = DescribeWindow(display, child);
    if (!facts) continue;
    if (!facts->title.empty() || !facts->window_class.empty()) {
      found.push_back(*facts);
    } else if (depth < kDeepest) {
      // A window manager's frame has no name; the window is inside it.
      Collect(display, child, depth + 1, found);
    }
  }
}

std::vector<WindowFacts> Matching(const std::vector<WindowFacts>& all, std::string WindowFacts::*of,
                                  const std::string& text) {
  std::vector<WindowFacts> matching;
  const auto keep = [&](auto fits) {
    std::copy_if(all.begin(), all.end(), std::back_inserter(matching), fits);
  };
  keep([&](const WindowFacts& window) { return window.*of == text; });
  if (matching.empty()) {
    keep([&](const WindowFacts& window) { return (window.*of).find(text) != std::string::npos; });
  }
  return matching;
}

std::vector<std::string> Names(const std::vector<WindowFacts>& windows) {
  std::vector<std::string> names;
  for (const WindowFacts& window : windows) {
    char id[16];
    std::snprintf(id, sizeof id, "0x%x", window.id);
    names.push_back(std::string(id) + " \"" + window.title + "\"");
  }
  return names;
}

[[noreturn]] void ThrowMissing(const Display& display, const std::string& what,
                               const std::vector<WindowFacts>& there) {
  throw ProblemError(
      {.code = "resource.window-missing",
       .message = "There is no window " + what + " on the display " + display.name() + ".",
       .remedy = "Start the program, then choose one of the windows that are there.",
       .field = "window",
       .value = what,
       .allowed = Names(there)});
}

}  // namespace

std::optional<WindowFacts> DescribeWindow(Display& display, uint32_t window) {
  const Message attributes = display.Ask(GetWindowAttributes{.window = window});
  const Message geometry = display.Ask(GetGeometry{.drawable = window});
  if (!attributes || !geometry || attributes.At<uint16_t>(12) == kInputOnly) return {};
  // The server numbers names once; asking again gives the same number.
  std::string title = display.Property(window, display.Atom("_NET_WM_NAME"));
  if (title.empty()) title = display.Property(window, kAtomWmName);
  return WindowFacts{.id = window,
                     .title = title,
                     .window_class = ClassIn(display.Property(window, kAtomWmClass)),
                     .width = geometry.At<uint16_t>(16),
                     .height = geometry.At<uint16_t>(18),
                     .shown = attributes.At<uint8_t>(26) == kViewable};
}

std::vector<WindowFacts> ListWindows(Display& display) {
  std::vector<WindowFacts> found;
  const std::string managed = display.Property(display.root(), display.Atom("_NET_CLIENT_LIST"));
  for (size_t i = 0; i + 4 <= managed.size() && found.size() < kMostWindows; i += 4) {
    uint32_t window;
    std::memcpy(&window, managed.data() + i, sizeof window);
    if (const auto facts = DescribeWindow(display, window)) found.push_back(*facts);
  }
  if (found.empty()) Collect(display, display.root(), 0, found);
  return found;
}

WindowFacts FindWindow(Display& display, const WindowChoice& choice) {
  if (choice.id != 0) {
    if (const auto facts = DescribeWindow(display, choice.id)) return *facts;
    ThrowMissing(display, std::to_string(choice.id), ListWindows(display));
  }
  const bool by_title = !choice.title.empty();
  const std::string& text = by_title ? choice.title : choice.window_class;
  const auto all = ListWindows(display);
  const auto matching =
      Matching(all, by_title ? &WindowFacts::title : &WindowFacts::window_class, text);
  const std::string what = (by_title ? "titled \"" : "of the class \"") + text + "\"";
  if (matching.empty()) ThrowMissing(display, what, all);
  if (matching.size() == 1) return matching.front();
  throw ProblemError(
      {.code = "configuration.invalid",
       .message = "More than one window " + what + " is on the display " + display.name() + ".",
       .remedy = "Choose one of them by its number.",
       .field = "window",
       .value = text,
       .allowed = Names(matching)});
}

}  // namespace eevee::x11
