#include <memory>
#include <string>

#include "base/problem.h"
#include "capture/dynamic_library.h"
#include "capture/x11/xcb_abi.h"

namespace eevee::x11 {
namespace {

constexpr const char* kLibrary = "libxcb.so.1";

struct Loaded {
  std::unique_ptr<DynamicLibrary> library;
  Xcb functions{};
  std::string why;

  Loaded() : library(DynamicLibrary::Open(kLibrary, why)) {
    if (!library) return;
    Find(functions.connect, "xcb_connect");
    Find(functions.disconnect, "xcb_disconnect");
    Find(functions.connection_has_error, "xcb_connection_has_error");
    Find(functions.get_setup, "xcb_get_setup");
    Find(functions.generate_id, "xcb_generate_id");
    Find(functions.flush, "xcb_flush");
    Find(functions.poll_for_event, "xcb_poll_for_event");
    Find(functions.wait_for_reply, "xcb_wait_for_reply");
    Find(functions.request_check, "xcb_request_check");
    Find(functions.get_extension_data, "xcb_get_extension_data");
    Find(functions.send_request, "xcb_send_request");
  }

  template <typename Function>
  void Find(Function& into, const char* name) {
    into = reinterpret_cast<Function>(library->Find(name));
    if (into == nullptr && why.empty()) why = std::string(name) + " is missing";
  }
};

}  // namespace

const Xcb& Xcb::Load() {
  // Never unloaded: extensions that it knows are numbered for as long as the process lives.
  static const Loaded& loaded = *new Loaded();
  if (loaded.why.empty()) return loaded.functions;
  throw ProblemError({.code = "resource.display-missing",
                      .message = "Windows cannot be captured: the library " +
                                 std::string(kLibrary) + " cannot be used (" + loaded.why + ").",
                      .remedy = "Install libxcb, or play through a libretro core instead.",
                      .tried = {kLibrary},
                      .command = "sudo apt-get install libxcb1"});
}

}  // namespace eevee::x11
