#pragma once

#include <sys/uio.h>

#include <cstddef>
#include <cstdint>

// What we use of libxcb's binary interface (xcb.h and xcbext.h of version 1.x, unchanged
// since 1.0), declared here so that neither building nor loading the addon needs anything of X.
//
// XCB and not Xlib: Xlib reports errors to handlers that belong to the whole process, and answers a
// broken connection with exit(). XCB hands both to whoever asked.

struct xcb_connection_t;

struct xcb_extension_t {
  const char* name;
  int global_id;
};

struct xcb_protocol_request_t {
  size_t count;
  xcb_extension_t* ext;
  uint8_t opcode;
  uint8_t isvoid;
};

struct xcb_void_cookie_t {
  unsigned sequence;
};

struct xcb_generic_error_t {
  uint8_t response_type;
  uint8_t error_code;
  uint16_t sequence;
  uint32_t resource_id;
  uint16_t minor_code;
  uint8_t major_code;
  uint8_t pad0;
  uint32_t pad[5];
  uint32_t full_sequence;
};

inline constexpr int kXcbRequestChecked = 1;

namespace eevee::x11 {

/// libxcb's functions, loaded once and kept. `why` says why not, where there are none.
struct Xcb {
  xcb_connection_t* (*connect)(const char* display, int* screen);
  void (*disconnect)(xcb_connection_t*);
  int (*connection_has_error)(xcb_connection_t*);
  const uint8_t* (*get_setup)(xcb_connection_t*);
  uint32_t (*generate_id)(xcb_connection_t*);
  int (*flush)(xcb_connection_t*);
  void* (*poll_for_event)(xcb_connection_t*);
  void* (*wait_for_reply)(xcb_connection_t*, unsigned, xcb_generic_error_t**);
  xcb_generic_error_t* (*request_check)(xcb_connection_t*, xcb_void_cookie_t);
  const uint8_t* (*get_extension_data)(xcb_connection_t*, xcb_extension_t*);
  unsigned (*send_request)(xcb_connection_t*, int flags, iovec*, const xcb_protocol_request_t*);

  /// Throws `resource.display-missing` where this computer has no libxcb.
  static const Xcb& Load();
};

}  // namespace eevee::x11
